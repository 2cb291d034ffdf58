import { MATCHED_MEASURES } from '#domain/cascade.js';
import { cascadeOf } from '../../test/builders/run-results.js';
import { toCascade, toCascadeKey, toMeasureName } from './cascade.mapper.js';
import { CascadeMeasure } from './cascade-details.type.js';

test('the id names the run and the root, whatever colons the root has', () => {
  const { id } = toCascade(cascadeOf('web:https://a.example:80/x', 3), 'r0123456789abcdef');
  expect(toCascadeKey(id)).toEqual({ runId: 'r0123456789abcdef', rootId: 'web:https://a.example:80/x' });
  expect(toCascadeKey('no colon').runId).toBe('');
});

test('every measure that is compared has its name, its own value and its percentile', () => {
  const cascade = toCascade(cascadeOf('x:1', 3), 'r');
  const { percentiles } = cascade.baseline!;
  expect(percentiles!.map(({ measure }) => measure)).toEqual(MATCHED_MEASURES.map(toMeasureName));
  expect(Object.keys(CascadeMeasure)).toEqual(expect.arrayContaining(percentiles!.map(({ measure }) => measure)));
  expect(percentiles!.every(({ value, percentile }) => Number.isFinite(value) && Number.isFinite(percentile))).toBe(
    true,
  );
  expect(percentiles).toContainEqual({ measure: 'STRUCTURAL_VIRALITY', value: 1.25, percentile: 3.5 });
  expect(percentiles).toContainEqual({ measure: 'PROVINCES', value: 1, percentile: expect.any(Number) });
  expect(toCascade(cascadeOf('x:1', 2), 'r').baseline).toMatchObject({ rootFollowers: null, percentiles: null });
});

test('a cascade from before all was measured has its shape alone', () => {
  const cascade = toCascade({ ...cascadeOf('x:1', 2), details: null }, 'r');
  expect(cascade).toMatchObject({ size: 2, tree: null, growth: null, carriers: null, hops: null, baseline: null });
});
