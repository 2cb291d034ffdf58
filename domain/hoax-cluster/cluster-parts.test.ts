import fc from 'fast-check';
import { carried, matchIn, repostOf } from '../../test/builders/carried-mentions.js';
import type { CarriedMention } from './carried-mention.js';
import { clusterCarriers, roleCounts } from './cluster-carriers.js';
import { clusterEdges } from './cluster-network.js';
import { clusterParts, denialSigns } from './cluster-parts.js';
import { groupsInside } from './groups-inside.js';

const CLUSTER: readonly CarriedMention[] = [
  carried(1, { match: matchIn('CONFIRMED') }),
  repostOf(1, 2),
  repostOf(2, 3, { match: matchIn('CANDIDATE') }),
  repostOf(1, 4, { match: matchIn('REJECTED') }),
  repostOf(4, 5),
  carried(6, { kind: 'REPLY', parentId: 'x:2' }),
  repostOf(6, 7),
  carried(8, { kind: 'QUOTE', parentId: 'x:1', match: matchIn('DENIES') }),
  repostOf(8, 9, { accountId: 'a1' }),
  carried(10, { match: matchIn('CANDIDATE', { method: 'review-url' }), declared: true }),
  repostOf(10, 11),
  carried(12, { match: matchIn('REJECTED') }),
];

test('what people decided holds for reposts, at any depth, unless they decided otherwise of one; answers engage', () => {
  const told = clusterParts(CLUSTER).map(({ mention, role, engages, source }) => {
    return [mention.publishedAt, role, engages, source?.publishedAt ?? null];
  });
  expect(told).toEqual([
    [1, 'TELLS', null, 1],
    [2, 'TELLS', null, 1],
    [3, 'TELLS', null, 1],
    [6, null, 'TELLS', null],
    [8, 'DENIES', 'TELLS', 8],
    [9, 'DENIES', null, 8],
    [10, 'CANDIDATE', null, 10],
    [11, 'CANDIDATE', null, 10],
  ]);
});

test('what people said is about something else is so in its reposts too, though a search found them by themselves', () => {
  const rejected = carried(1, { match: matchIn('REJECTED') });
  const found = repostOf(1, 2, { match: matchIn('CANDIDATE') });
  expect(clusterParts([rejected, found, repostOf(2, 3)])).toEqual([]);
  const decided = repostOf(2, 4, { match: matchIn('CONFIRMED') });
  expect(clusterParts([rejected, found, decided]).map(({ mention, role }) => [mention.publishedAt, role])).toEqual([
    [4, 'TELLS'],
  ]);
});

test('signs of a denial are those of the match, and none once people decided', () => {
  const signs = clusterParts(CLUSTER).map((part) => denialSigns(part));
  expect(signs.slice(-2)).toEqual([
    ['REVIEW_LINK', 'DECLARED_ACCOUNT'],
    ['REVIEW_LINK', 'DECLARED_ACCOUNT'],
  ]);
  expect(signs.slice(0, -2).flat()).toEqual([]);
});

test('who carried it first, how many there are, and who amplified whom', () => {
  const parts = clusterParts(CLUSTER);
  expect(clusterCarriers(parts, 'DENIES').map(({ accountId, mentions }) => [accountId, mentions])).toEqual([
    ['a8', 1],
    ['a1', 1],
  ]);
  expect(roleCounts(parts, 'TELLS')).toEqual({ matches: 1, reposts: 2, accounts: 3, responses: 2, withDenialSign: 0 });
  expect(roleCounts(parts, 'CANDIDATE')).toMatchObject({ matches: 1, reposts: 1, withDenialSign: 1 });
  const edges = clusterEdges(parts).map(({ from, to, role }) => `${from} ${to} ${role}`);
  expect(edges).toEqual([
    'a1 a2 TELLS',
    'a1 a8 TELLS',
    'a10 a11 CANDIDATE',
    'a2 a3 TELLS',
    'a2 a6 TELLS',
    'a8 a1 DENIES',
  ]);
});

test('groups with two members inside, those with most that told it first', () => {
  const groups = [
    { id: 'g1', members: ['a1', 'a9'] },
    { id: 'g2', members: ['a10', 'a11', 'z'] },
    { id: 'g3', members: ['a1', 'a2', 'a8'] },
  ];
  const inside = groupsInside(groups, clusterParts(CLUSTER));
  expect(inside.map(({ group, inside }) => [group.id, ...Object.values(inside)])).toEqual([
    ['g3', 2, 2, 0],
    ['g2', 0, 0, 2],
  ]);
});

test('the order in which mentions were read changes nothing, also where two repost each other', () => {
  const mutual = [
    repostOf(21, 20, { match: matchIn('CONFIRMED') }),
    repostOf(20, 21),
    repostOf(31, 30),
    repostOf(30, 31),
  ];
  const all = [...CLUSTER, ...mutual];
  const parts = clusterParts(all);
  expect(parts.slice(-2).map(({ role }) => role)).toEqual(['TELLS', 'TELLS']);
  const order = fc.array(fc.nat(), { minLength: all.length, maxLength: all.length });
  fc.assert(
    fc.property(order, (keys) => {
      const shuffled = all.map((one, i) => ({ one, key: keys[i]! })).sort((a, b) => a.key - b.key);
      expect(clusterParts(shuffled.map(({ one }) => one))).toEqual(parts);
    }),
  );
});

test('a chain of reposts as long as an issue', () => {
  const chain = Array.from({ length: 50_000 }, (_, i) => repostOf(i - 1, i)).reverse();
  chain[chain.length - 1] = carried(0, { match: matchIn('CONFIRMED') });
  expect(roleCounts(clusterParts(chain), 'TELLS')).toMatchObject({ matches: 1, reposts: 49_999 });
});
