import fc from 'fast-check';
import { matchGroups } from './match-groups.js';

type Groups = readonly { readonly members: readonly string[] }[];

const groups = (...all: string[]): Groups => all.map((members) => ({ members: members.split('') }));
const found = (later: Groups, earlier: Groups) =>
  matchGroups(later, earlier).map(({ group, earlier: before, stayed }) => [
    later[group]!.members.join(''),
    before.members.join(''),
    stayed,
  ]);

/** Some of sixteen accounts, each in one of five groups or in none. */
const partition: fc.Arbitrary<Groups> = fc
  .array(fc.nat(5), { minLength: 16, maxLength: 16 })
  .map((of) =>
    [1, 2, 3, 4, 5]
      .map((group) => ({ members: of.flatMap((own, account) => (own === group ? [`a${account + 10}`] : [])) }))
      .filter(({ members }) => members.length > 1),
  );

const jaccard = (one: readonly string[], other: readonly string[]) =>
  one.filter((account) => other.includes(account)).length / new Set([...one, ...other]).size;

/** The largest total similarity of any one-to-one matching of pairs that are similar enough, by trying all. */
function best(later: Groups, earlier: Groups): number {
  if (later.length === 0) return 0;
  const [first, ...rest] = later as [Groups[number], ...Groups];
  const pairs = earlier.map((other, i) => {
    const similarity = jaccard(first.members, other.members);
    return similarity < 0.5 ? 0 : similarity + best(rest, earlier.toSpliced(i, 1));
  });
  return Math.max(best(rest, earlier), ...pairs);
}

test('groups go on where at least half of all accounts of either are in both', () => {
  expect(found(groups('abcd', 'wxyz'), groups('bcde', 'wx', 'z'))).toEqual([
    ['abcd', 'bcde', 3],
    ['wxyz', 'wx', 2],
  ]);
  expect(found(groups('abc'), groups('cd'))).toEqual([]);
});

test('of two halves the one with the lower first account goes on, whichever way a group split or was joined', () => {
  expect(found(groups('cd', 'ab'), groups('abcd'))).toEqual([['ab', 'abcd', 2]]);
  expect(found(groups('abcd'), groups('cd', 'ab'))).toEqual([['abcd', 'ab', 2]]);
});

test('identical runs match every group to itself', () => {
  fc.assert(
    fc.property(partition, (same) => {
      const matches = matchGroups(same, same);
      expect(matches).toHaveLength(same.length);
      for (const { group, earlier, stayed } of matches) {
        expect(earlier).toBe(same[group]);
        expect(stayed).toBe(earlier.members.length);
      }
    }),
  );
});

test('the matching is one-to-one, of the largest total similarity, and the same for any order', () => {
  fc.assert(
    fc.property(partition, partition, fc.infiniteStream(fc.nat()), (later, earlier, orders) => {
      const matches = matchGroups(later, earlier);
      expect(new Set(matches.map(({ group }) => group)).size).toBe(matches.length);
      expect(new Set(matches.map(({ earlier: before }) => before)).size).toBe(matches.length);
      const total = matches.reduce(
        (sum, { group, earlier: before }) => sum + jaccard(later[group]!.members, before.members),
        0,
      );
      expect(total).toBeCloseTo(best(later, earlier), 12);
      const shuffled = (all: Groups) =>
        all
          .map((one) => ({ one, at: orders.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
      expect(found(shuffled(later), shuffled(earlier)).sort()).toEqual(found(later, earlier).sort());
    }),
    { numRuns: 300 },
  );
});
