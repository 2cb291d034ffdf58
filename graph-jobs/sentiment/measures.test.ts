import { measure, mostLikely } from './measures.js';

test('accuracy, F1 and what was taken for what, by hand', () => {
  const judged = [
    [0, 0.8, 0.1, 0.1],
    [0, 0.4, 0.5, 0.1],
    [1, 0.2, 0.7, 0.1],
    [2, 0.6, 0.1, 0.3],
  ].map(([label = 0, ...probabilities]) => ({ label, probabilities }));
  const measures = measure(judged);
  expect(measures.accuracy).toBe(0.5);
  expect(measures.byClass.positive).toEqual({
    ...{ texts: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
    takenFor: { positive: 1, neutral: 1, negative: 0 },
  });
  expect(measures.byClass.neutral).toMatchObject({ texts: 1, precision: 0.5, recall: 1, f1: 0.6667 });
  expect(measures.byClass.negative).toMatchObject({ texts: 1, precision: 0, recall: 0, f1: 0 });
  expect(measures.macroF1).toBe(0.3889);
  // Bins of 0.8, 0.5, 0.7 and 0.6 with one text each: 0.2 + 0.5 + 0.3 + 0.6 of 4.
  expect(measures.calibrationError).toBe(0.4);
});

test('of equal probabilities the first is taken', () => {
  expect(mostLikely([0.4, 0.4, 0.2])).toBe(0);
});
