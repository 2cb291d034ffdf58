import type { StoredMention } from '../../ingest/batch-mentions.js';
import { Outlook } from './foresight.js';
import type { ReadyBatch } from './ready-batch.js';

const batch = { mentionIds: ['a', 'b', 'c', 'd'] } as unknown as ReadyBatch;
const stored = (count: number) => ({ accounts: [], mentions: Array<StoredMention<string>>(count) });

test('to look ahead pays off where less than half of the rows are stored already', () => {
  const outlook = new Outlook();
  expect([0, 1, 2, 4].map((count) => outlook.paysOff(1, batch, stored(count)))).toEqual([true, true, false, false]);
});

test('after a batch that was misjudged the import goes without for a while, and others do not', () => {
  const outlook = new Outlook();
  outlook.misjudged(1);
  expect(outlook.paysOff(2, batch, stored(0))).toBe(true);
  const looks = Array.from({ length: 20 }, () => outlook.paysOff(1, batch, stored(0)));
  expect(looks).toEqual([...Array<boolean>(16).fill(false), true, true, true, true]);
});
