import fc from 'fast-check';
import type { ActionLayer } from '#domain/detection.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { AccountShuffle } from './account-shuffle.js';

const BIN = 6 * 3600;

/** A layer in which every mention with the hashtag is an action. */
function layerOf(columns: MentionColumns, hashtag: string): ActionLayer {
  const object = columns.hashtags.values.indexOf(hashtag);
  const mention = columns.hashtags.mention.filter((_, i) => columns.hashtags.object[i] === object);
  return { actions: { mention, length: mention.length } } as unknown as ActionLayer;
}

const sketch = fc.record({
  account: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  at: fc.nat(3 * BIN),
  hashtags: fc.subarray(['g', 'h']),
  platform: fc.constantFrom('x', 'y'),
});
const sketches = fc
  .array(sketch, { maxLength: 30 })
  .map((all) => all.map((one, i): MentionSketch => ({ ...one, id: `${i}` })));

function copies(columns: MentionColumns, seed: number, count: number): Uint32Array[] {
  const layers = [layerOf(columns, 'g'), layerOf(columns, 'h')];
  const shuffle = new AccountShuffle(columns, layers, 6, seed);
  return Array.from({ length: count }, () => shuffle.next());
}

test('accounts only move within their time bin, platform and set of behaviours', () => {
  fc.assert(
    fc.property(sketches, fc.nat(), (of, seed) => {
      const columns = mentionColumns(of);
      const stratum = (row: number) => {
        const { at, platform, hashtags } = of[Number(columns.ids.at(row).split(':')[1])]!;
        return `${Math.floor(at / BIN)} ${platform} ${hashtags}`;
      };
      const accountsByStratum = (account: Uint32Array) => {
        const pairs = Array.from(account, (code, row) => `${stratum(row)} ${code}`);
        return pairs.sort();
      };
      for (const account of copies(columns, seed, 3)) {
        expect(accountsByStratum(account)).toEqual(accountsByStratum(columns.account));
        for (let row = 0; row < of.length; row++) {
          const { hashtags } = of[Number(columns.ids.at(row).split(':')[1])]!;
          if (hashtags?.length === 0) expect(account[row]).toBe(columns.account[row]);
        }
      }
    }),
  );
});

test('nine behaviours and more are told apart: what only the ninth has in common does not swap with the rest', () => {
  const names = Array.from({ length: 21 }, (_, i) => `tag${i}`);
  // Of two accounts each, all at once: those who take part in the first behaviour alone, in the ninth alone, in the last.
  const columns = mentionColumns(
    [0, 0, 8, 8, 20, 20].map((tag, i) => ({ id: `${i}`, account: `a${i}`, at: i, hashtags: [names[tag]!] })),
  );
  const layers = names.map((name) => layerOf(columns, name));
  const shuffle = new AccountShuffle(columns, layers, 6, 1);
  const seen = [0, 1, 2, 3, 4, 5].map(() => new Set<number>());
  for (let copy = 0; copy < 50; copy++) shuffle.next().forEach((code, row) => void seen[row]!.add(code));
  const pair = (row: number) => new Set([columns.account[row]!, columns.account[row + 1]!]);
  expect(seen).toEqual([0, 0, 2, 2, 4, 4].map(pair));
});

test('more behaviours than a stratum can tell apart are refused', () => {
  const columns = mentionColumns([{ id: '0', account: 'a', at: 0, hashtags: ['g'] }]);
  const layers = Array.from({ length: 22 }, () => layerOf(columns, 'g'));
  expect(() => new AccountShuffle(columns, layers, 6, 1)).toThrow('22 behaviours');
});

test('the same seed gives the same copies, and one copy is not like the next', () => {
  const columns = mentionColumns(
    Array.from({ length: 50 }, (_, i) => ({ id: `${i}`, account: `a${i}`, at: i, hashtags: ['g'] })),
  );
  expect(copies(columns, 7, 2)).toEqual(copies(columns, 7, 2));
  const [one, other] = copies(columns, 7, 2);
  expect(one).not.toEqual(other);
  expect(copies(columns, 8, 1)[0]).not.toEqual(one);
});

test('every account is as likely in every place', () => {
  const columns = mentionColumns(
    ['a', 'b', 'c'].map((account, i) => ({ id: `${i}`, account, at: i, hashtags: ['g'] })),
  );
  const counts = new Map<string, number>();
  for (const account of copies(columns, 1, 6000)) counts.set(account.join(), (counts.get(account.join()) ?? 0) + 1);
  expect(counts.size).toBe(6);
  // Five standard deviations of a binomial count with n = 6000, p = 1/6.
  for (const count of counts.values())
    expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(6000 * (1 / 6) * (5 / 6)));
});
