import fc from 'fast-check';
import { groupOf } from '../test/builders/run-results.js';
import { regionalGroup } from './regional-group.js';

const MEMBERS = Array.from({ length: 12 }, (_, i) => `a${i}`);
const stored = (size: number, pairs: number) => ({
  ...{ ...groupOf('g', 'r', MEMBERS.slice(0, size)), evidenceKept: pairs },
  // As the run computes them: of the members, and from the size.
  explanations: [{ kind: 'NEWS_SYNDICATION' as const, share: 1 / size }],
  chance: { observedPairs: 6, expectedPairs: 0.5, copiesWithGroupAsLarge: 1 / size, copies: 20, binHours: 6 },
  reviewState: 'UNREVIEWED' as const,
});

test.each<[string, number, number, number, number, number | null, number | null]>([
  ['all of it', 6, 9, 6, 9, 0, 0],
  ['too few elsewhere', 6, 9, 4, 3, null, null],
  ['enough elsewhere', 12, 9, 7, 3, 5, 6],
  ['pairs elsewhere of accounts that are seen', 6, 9, 6, 7, 0, null],
  ['nobody', 12, 9, 0, 0, 12, 9],
])('of %s', (_, size, pairs, members, evidence, membersElsewhere, evidenceElsewhere) => {
  const { elsewhere } = regionalGroup(stored(size, pairs), { members, evidence }, 5);
  expect(elsewhere).toEqual({ members: membersElsewhere, evidence: evidenceElsewhere });
});

test('what is told is the same for every number of accounts elsewhere that is too small to be told', () => {
  const parts = fc.record({
    members: fc.integer({ min: 2, max: 6 }),
    evidence: fc.integer({ min: 0, max: 9 }),
    others: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    more: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })),
  });
  fc.assert(
    fc.property(parts, ({ members, evidence, others, more }) => {
      const [one, other] = others.map((count, i) =>
        regionalGroup(stored(members + count, evidence + more[i]!), { members, evidence }, 5),
      );
      expect(one).toEqual(other);
    }),
  );
});

test('shares are told in tenths, and of pairs only what chance makes of them', () => {
  const chance = { observedPairs: 6, expectedPairs: 0.5, copiesWithGroupAsLarge: 0.1, copies: 20, binHours: 6 };
  const explanations = [{ kind: 'ON_THE_HOUR' as const, share: 1 / 7 }];
  const told = regionalGroup({ ...stored(7, 1), chance, explanations }, { members: 2, evidence: 1 }, 5);
  expect(told.explanations).toEqual([{ kind: 'ON_THE_HOUR', share: 0.1 }]);
  expect(told.chance).toEqual({ expectedShare: 0.08, copies: 20, copiesWithGroupAsLarge: 0.1, qValue: null });
});

test('shares of which the size could be counted back are told as none, some or all', () => {
  const explanations = [0, 1 / 7, 1].map((share) => ({ kind: 'NEWS_SYNDICATION' as const, share }));
  const told = regionalGroup({ ...stored(7, 1), explanations }, { members: 5, evidence: 1 }, 5);
  expect(told.explanations.map(({ share }) => share)).toEqual([0, 0.5, 1]);
  expect(told.chance.copiesWithGroupAsLarge).toBeNull();
});
