import type { Detection } from '#domain/detection.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { mentionColumns } from '../../test/builders/mention-columns.js';
import { chanceRates } from './chance.js';

const columns = mentionColumns([{ id: '1', account: 'a', at: 0 }]);
const detection = { layers: [], keptPairs: 12, groups: [{}] } as unknown as Detection;
const parameters = { ...DEFAULT_RUN_PARAMETERS, shuffledCopies: 4 };

test('means over the copies, and how often a copy has a group of the size or larger', () => {
  const outcomes = [
    [2, 2],
    [4, 3],
    [0, 0],
    [6, 5],
  ] as const;
  const seen: number[] = [];
  const chanceOf = chanceRates(
    columns,
    detection,
    parameters,
    () => ({ keptPairs: outcomes[seen.length]![0], largestGroup: outcomes[seen.length]![1] }),
    (done, total) => seen.push(done / total),
  );
  expect(seen).toEqual([0.25, 0.5, 0.75, 1]);
  const chance = { observedPairs: 12, expectedPairs: 3, copies: 4, binHours: 6 };
  expect(chanceOf(2)).toEqual({ ...chance, copiesWithGroupAsLarge: 0.75 });
  expect(chanceOf(3)).toEqual({ ...chance, copiesWithGroupAsLarge: 0.5 });
  expect(chanceOf(6)).toEqual({ ...chance, copiesWithGroupAsLarge: 0 });
});

test('without copies chance is not known, which is not never', () => {
  const detect = () => {
    throw new Error('not asked for');
  };
  const chanceOf = chanceRates(columns, detection, { ...parameters, shuffledCopies: 0 }, detect);
  expect(chanceOf(2)).toMatchObject({
    copies: 0,
    observedPairs: 12,
    expectedPairs: null,
    copiesWithGroupAsLarge: null,
  });
});

test('without groups nothing is shuffled', () => {
  const detect = () => {
    throw new Error('not asked for');
  };
  const chanceOf = chanceRates(columns, { ...detection, groups: [] }, parameters, detect);
  expect(chanceOf(2)).toMatchObject({ copies: 0, expectedPairs: null });
});
