import { readPolicy } from './policy-settings.js';

test('a vote counts for 180 days, or for as many as are set', () => {
  expect(readPolicy({}).reviewLastsMs).toBe(180 * 86_400_000);
  expect(readPolicy({ JEJARING_REVIEW_DAYS: '' }).reviewLastsMs).toBe(180 * 86_400_000);
  expect(readPolicy({ JEJARING_REVIEW_DAYS: '30' }).reviewLastsMs).toBe(30 * 86_400_000);
});

test('a count is told of five accounts, or of as many as are set', () => {
  expect([readPolicy({}).leastCell, readPolicy({ JEJARING_LEAST_CELL: '10' }).leastCell]).toEqual([5, 10]);
  const both = { JEJARING_LEAST_CELL: '1', JEJARING_REVIEW_DAYS: '0' };
  expect(() => readPolicy(both)).toThrow(expect.objectContaining({ at: 'JEJARING_REVIEW_DAYS, JEJARING_LEAST_CELL' }));
});

test.each([' ', '0', '3651', '1e2', '-1', '7.5'])('"%s" days are none', (days) => {
  expect(() => readPolicy({ JEJARING_REVIEW_DAYS: days })).toThrow(
    expect.objectContaining({ code: 'BAD_CONFIGURATION', at: 'JEJARING_REVIEW_DAYS' }),
  );
});
