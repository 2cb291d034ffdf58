import fc from 'fast-check';
import { AnswerCache } from './answer-cache.js';

const MIB = 1024 * 1024;

function cacheAt(bytes = MIB) {
  const clock = { now: 0 };
  const cache = new AnswerCache(bytes, () => clock.now);
  const keep = (key: string, json = '1', seconds = 10) =>
    cache.keep(key, 'mentions', json, { seconds, since: cache.moment() });
  return { clock, cache, keep };
}

test('what is kept is found until its age is over, counted from when it was asked for', () => {
  const { clock, cache } = cacheAt();
  const since = cache.moment();
  clock.now = 4000;
  cache.keep('a', 'mentions', '{"b":1}', { seconds: 10, since });
  clock.now = 9999;
  expect(cache.find('a')).toBe('{"b":1}');
  clock.now = 10_000;
  expect(cache.find('a')).toBeUndefined();
  expect(cache.bytes().get('mentions')).toBe(0);
});

test('what was read before all was forgotten is not kept after it', () => {
  const { cache, keep } = cacheAt();
  keep('old');
  const since = cache.moment();
  cache.forget();
  expect(cache.find('old')).toBeUndefined();
  cache.keep('overlapped', 'mentions', '1', { seconds: 10, since });
  expect(cache.find('overlapped')).toBeUndefined();
  keep('new');
  expect(cache.find('new')).toBe('1');
});

test('an eighth of the whole is the most of one answer', () => {
  const { cache, keep } = cacheAt();
  keep('large', '1'.repeat(MIB / 16));
  expect(cache.find('large')).toBeUndefined();
  keep('less', '1'.repeat(MIB / 16 - 200));
  expect(cache.find('less')).toHaveLength(MIB / 16 - 200);
});

test('bytes are never more than the whole, and are told by subgraph', () => {
  const steps = fc.array(
    fc.oneof(
      {
        weight: 20,
        arbitrary: fc.record({
          key: fc.nat(60).map(String),
          length: fc.nat(1500),
          subgraph: fc.constantFrom('a', 'b'),
        }),
      },
      { weight: 1, arbitrary: fc.constant('forget' as const) },
    ),
    { maxLength: 150 },
  );
  fc.assert(
    fc.property(steps, (made) => {
      const cache = new AnswerCache(20_000, () => 0);
      const known = new Map<string, { subgraph: string; bytes: number }>();
      for (const one of made) {
        if (one === 'forget') {
          cache.forget();
          known.clear();
          continue;
        }
        const json = 'x'.repeat(one.length);
        cache.keep(one.key, one.subgraph, json, { seconds: 1, since: cache.moment() });
        if (cache.find(one.key) === json)
          known.set(one.key, { subgraph: one.subgraph, bytes: 2 * (one.key.length + one.length) + 300 });
        const found = [...known].filter(([key]) => cache.find(key) !== undefined).map(([, entry]) => entry);
        for (const subgraph of ['a', 'b']) {
          const sum = found
            .filter((entry) => entry.subgraph === subgraph)
            .reduce((total, { bytes }) => total + bytes, 0);
          expect(cache.bytes().get(subgraph) ?? 0).toBe(sum);
        }
        expect([...cache.bytes().values()].reduce((total, bytes) => total + bytes, 0)).toBeLessThanOrEqual(20_000);
      }
    }),
  );
});
