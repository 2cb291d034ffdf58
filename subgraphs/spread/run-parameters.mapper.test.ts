import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { toRunParameters } from './run-parameters.mapper.js';

test('what is left out has its default', () => {
  expect(toRunParameters(null)).toEqual(DEFAULT_RUN_PARAMETERS);
  expect(toRunParameters({ windowSeconds: 10, seed: null })).toEqual({ ...DEFAULT_RUN_PARAMETERS, windowSeconds: 10 });
});

test('behaviours count once and have one order: the same request is the same run', () => {
  const { behaviours } = toRunParameters({ behaviours: ['CO_LINK', 'CO_REPOST', 'CO_LINK'] });
  expect(behaviours).toEqual(['CO_REPOST', 'CO_LINK']);
});

test.each([
  [{ windowSeconds: -1 }, 'parameters.windowSeconds'],
  [{ minWeight: 0 }, 'parameters.minWeight'],
  [{ shuffledCopies: 100_000 }, 'parameters.shuffledCopies'],
  [{ resolution: Number.NaN }, 'parameters.resolution'],
  [{ behaviours: [] }, 'parameters.behaviours'],
])('%j is refused', (asked, at) => {
  expect(() => toRunParameters(asked)).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS', at }));
});
