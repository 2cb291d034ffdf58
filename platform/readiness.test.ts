import { DEGRADED, NotTried, readiness } from './readiness.js';

test('ready when every part answers', async () => {
  expect(await readiness({ store: async () => 1, other: async () => 2 })).toEqual({
    ready: true,
    parts: { store: 'ok', other: 'ok' },
  });
});

test('ready when others stand in for a part', async () => {
  expect(await readiness({ budgets: async () => DEGRADED })).toEqual({ ready: true, parts: { budgets: 'degraded' } });
});

test('names the parts that fail or stay silent', async () => {
  const state = await readiness({
    good: async () => 1,
    bad: async () => Promise.reject(new Error('no')),
    silent: () => new Promise(() => undefined),
    untried: async () => Promise.reject(new NotTried()),
  });
  const parts = { good: 'ok', bad: 'no answer', silent: 'no answer', untried: 'left alone' };
  expect(state).toEqual({ ready: false, parts });
});
