import type { ChanceRate, ExplanationKind } from '#domain/finding.js';
import { group } from '../../../test/builders/report-input.js';
import { groupsInReadingOrder, type Standing, standingOf } from './group-standing.js';

const standing = (id: string, chance: Partial<ChanceRate>, share = 0, kind: ExplanationKind = 'NEWS_SYNDICATION') =>
  group({ id, chance: { ...group().chance, ...chance }, explanations: [{ kind, share }] });

test.each<[string, Standing, Parameters<typeof standing>[1], number, ExplanationKind]>([
  ['1 in 20 copies', 'STANDS_OUT', { copiesWithGroupAsLarge: 0.05 }, 0.49, 'NEWS_SYNDICATION'],
  ['2 in 20 copies', 'WITHIN_CHANCE', { copiesWithGroupAsLarge: 0.1 }, 0, 'NEWS_SYNDICATION'],
  ['half of it news', 'EXPLAINED', { copiesWithGroupAsLarge: 0 }, 0.5, 'NEWS_SYNDICATION'],
  ['half of it declared', 'EXPLAINED', { copiesWithGroupAsLarge: 0 }, 0.5, 'DECLARED_GOVERNMENT_AMPLIFICATION'],
  ['one source alone', 'STANDS_OUT', { copiesWithGroupAsLarge: 0 }, 1, 'SHARED_SOURCE'],
  ['too few copies', 'UNKNOWN', { copies: 19, copiesWithGroupAsLarge: 0 }, 0, 'NEWS_SYNDICATION'],
])('a group with %s: %s', (_, expected, chance, share, kind) => {
  expect(standingOf(standing('g', chance, share, kind))).toBe(expected);
});

test('what stands out is read first, what chance explains last', () => {
  const groups = [
    standing('chance', { copiesWithGroupAsLarge: 1 }),
    standing('news', { copiesWithGroupAsLarge: 1 }, 0.9),
    standing('unknown', { copies: 4 }),
    standing('out', { copiesWithGroupAsLarge: 0 }),
  ];
  expect(groupsInReadingOrder(groups).map(({ id }) => id)).toEqual(['out', 'unknown', 'news', 'chance']);
});
