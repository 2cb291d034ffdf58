import { besideOthers } from './early-sign.js';

test('the beginning of an issue stands beside that of others, and says of how many', () => {
  expect(besideOthers({ first: 5 }, [9, 1, 5, 3], 6)).toEqual({
    ...{ compared: 4, of: 6, fewer: 2, equal: 1, median: 3, percentile: null },
  });
  const many = Array.from({ length: 20 }, (_, i) => i);
  expect(besideOthers({ first: 15 }, many, 20)).toMatchObject({ fewer: 15, equal: 1, median: 9, percentile: 77.5 });
  expect(besideOthers({ first: 5 }, [], 0)).toMatchObject({ compared: 0, median: null, percentile: null });
});
