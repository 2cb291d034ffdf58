import fc from 'fast-check';
import type { SortedActions } from '#domain/detection.js';
import { sortedColumns } from '../../../test/calibration/plain-tests.js';
import { type ShuffleRule, shuffledActions } from './shuffled-actions.js';

const HOUR = 3_600_000;
const actions = fc
  .array(fc.record({ account: fc.nat(5), object: fc.nat(4), time: fc.nat(900_000).map((at) => 1.6e9 + at) }), {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  })
  .map((rows) => sortedColumns(rows, 6, 5));

/** What each rule keeps: how often each of these stands in the data. */
const KEPT: Readonly<Record<ShuffleRule, (of: SortedActions, row: number) => string>> = {
  HOURS: ({ account, time }, row) => `${account[row]} ${Math.floor(time[row]! / HOUR)}`,
  DAYS: ({ account, time }, row) => `${account[row]} ${Math.floor(time[row]! / (24 * HOUR))}`,
  EVERYWHERE: ({ account }, row) => `${account[row]}`,
  OBJECTS: ({ account, object }, row) => `${account[row]} ${object[row]}`,
  OWN_WEEKS: ({ account, object, time }, row) =>
    `${account[row]} ${object[row]} ${Math.floor(time[row]! / (168 * HOUR))}`,
  BLOCKS: ({ account }, row) => `${account[row]}`,
};
const counted = (of: SortedActions, name: (of: SortedActions, row: number) => string) =>
  Array.from({ length: of.length }, (_, row) => name(of, row)).sort();

test.each(Object.keys(KEPT) as ShuffleRule[])(
  'a copy under %s keeps what the rule keeps, and all slots or all hours',
  (rule) => {
    fc.assert(
      fc.property(actions, fc.nat(50), (of, number) => {
        const copy = shuffledActions(of, rule, 1, number);
        expect(counted(copy, KEPT[rule])).toEqual(counted(of, KEPT[rule]));
        const slots = ({ object, time }: SortedActions, row: number) => `${object[row]} ${time[row]}`;
        const hours = ({ account, time }: SortedActions, row: number) => `${account[row]} ${time[row]}`;
        const stays = rule === 'OWN_WEEKS' ? hours : slots;
        expect(counted(copy, stays)).toEqual(counted(of, stays));
        expect(shuffledActions(of, rule, 1, number)).toEqual(copy);
      }),
      { numRuns: 60 },
    );
  },
);

test('copies differ from the data and from each other', () => {
  const of = sortedColumns(
    Array.from({ length: 60 }, (_, i) => ({ account: i % 6, object: i % 5, time: 1.6e9 + i })),
    6,
    5,
  );
  const texts = [0, 1, 2].map((number) => String(shuffledActions(of, 'EVERYWHERE', 1, number).account));
  expect(new Set([...texts, String(of.account)]).size).toBe(4);
});
