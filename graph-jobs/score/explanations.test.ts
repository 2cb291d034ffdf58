import type { ActionLayer, DetectedGroup } from '#domain/detection.js';
import type { ExplanationKind } from '#domain/finding.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { EvidenceShares } from './evidence-shares.js';
import { explanationsOf } from './explanations.js';
import { ActivityOfAll } from './issue-activity.js';
import { objectSources } from './object-source.js';

const HOUR = 3600;

/** Explanations of a group whose evidence is the given pairs of mention ids on an object. */
function shares(
  columns: MentionColumns,
  pairs: readonly (readonly [from: string, to: string, object: number])[],
  layer: Partial<ActionLayer> & { objects: ActionLayer['objects'] },
): Record<ExplanationKind, number> {
  const row = (id: string) => Array.from({ length: columns.length }, (_, i) => columns.ids.at(i)).indexOf(`x:${id}`);
  const edges = pairs.map(([from, to]) => ({
    behaviour: 'CO_LINK' as const,
    from: columns.account[row(from)]!,
    to: columns.account[row(to)]!,
    weight: 1,
    objects: 1,
    symmetry: 1,
    tests: null,
  }));
  const group: DetectedGroup = {
    members: Array.from(new Set(edges.flatMap(({ from, to }) => [from, to]))),
    qValue: null,
    attribution: [{ behaviour: 'CO_LINK' as const, share: 1 }],
    layerGroups: [],
    edges,
    evidence: pairs.map(([from, to, object], edge) => {
      return { edge, layer: 0, object, fromMention: row(from), toMention: row(to) };
    }),
  };
  const layers = [
    { objectRow: new Uint32Array(9).fill(NO_ROW), actions: { behaviour: 'CO_LINK' }, ...layer },
  ] as unknown as ActionLayer[];
  const sources = objectSources(columns, layers);
  const codes = { accounts: columns.accounts.length, sources: sources.count };
  const evidence = new EvidenceShares(columns.publishedAt, new ActivityOfAll(columns), codes);
  // Another group before it leaves nothing behind.
  explanationsOf({ ...group, members: [0], evidence: [...group.evidence].slice(1) }, columns, evidence, sources);
  const all = explanationsOf(group, columns, evidence, sources);
  return Object.fromEntries(all.map(({ kind, share }) => [kind, share])) as Record<ExplanationKind, number>;
}

const links = (...values: string[]) => ({ objects: { length: values.length, at: (code: number) => values[code]! } });

test('shares of members: declared by an agency, news outlets', () => {
  const columns = mentionColumns(
    ['a', 'b', 'c', 'd'].map((account, at) => ({ id: account, account, at })),
    { a: { agencyId: 'kominfo' }, b: { agencyId: 'kominfo' }, c: { newsOutlet: true } },
  );
  const pairs = [
    ['a', 'b', 0],
    ['c', 'd', 0],
  ] as const;
  expect(shares(columns, pairs, links('u'))).toMatchObject({
    DECLARED_GOVERNMENT_AMPLIFICATION: 0.5,
    NEWS_SYNDICATION: 0.25,
  });
});

test('a shared source is the account of the mention, the host of the link, or the thing itself', () => {
  const columns = mentionColumns([
    { id: 'root1', account: 'outlet', at: 0 },
    { id: 'root2', account: 'outlet', at: 1 },
    ...['a', 'b', 'c'].map((account, i) => ({ id: account, account, at: 10 + i })),
  ]);
  const pairs = [
    ['a', 'b', 0],
    ['a', 'c', 1],
    ['b', 'c', 2],
  ] as const;
  const hosts = links('https://warta.id/1', 'https://warta.id/2', 'not a link');
  expect(shares(columns, pairs, hosts).SHARED_SOURCE).toBeCloseTo(2 / 3);
  const reposted = { ...links('x:root1', 'x:root2', 'x:gone'), objectRow: Uint32Array.of(0, 1, NO_ROW) };
  expect(shares(columns, pairs, reposted).SHARED_SOURCE).toBeCloseTo(2 / 3);
  expect(shares(columns, pairs, links('one', 'two', 'three')).SHARED_SOURCE).toBeCloseTo(1 / 3);
});

test('one hyperactive account has a hand in most pairs', () => {
  const columns = mentionColumns(['a', 'b', 'c', 'd'].map((account, at) => ({ id: account, account, at })));
  const star = [
    ['a', 'b', 0],
    ['a', 'c', 0],
    ['a', 'd', 0],
    ['b', 'c', 0],
  ] as const;
  expect(shares(columns, star, links('u')).ONE_HYPERACTIVE_ACCOUNT).toBe(0.75);
});

/** One mention an hour for 200 hours by passers-by, and `extra` ones by others in hour 50. */
const steady = (extra: number, by: (i: number) => string): MentionSketch[] => [
  ...Array.from({ length: 200 }, (_, i) => ({ id: `h${i}`, account: `p${i}`, at: i * HOUR + 600 })),
  ...Array.from({ length: extra }, (_, i) => ({ id: `e${i}`, account: by(i), at: 50 * HOUR + 900 + i })),
];
const inAndOut: readonly MentionSketch[] = [
  { id: 'a1', account: 'a', at: 50 * HOUR + 1000 },
  { id: 'b1', account: 'b', at: 50 * HOUR + 1005 },
  { id: 'a2', account: 'a', at: 80 * HOUR + 1000 },
  { id: 'b2', account: 'b', at: 80 * HOUR + 1005 },
];
const twice = [
  ['a1', 'b1', 0],
  ['a2', 'b2', 0],
] as const;

test('a burst that everyone joined covers the pairs inside it', () => {
  const burst = mentionColumns([...steady(30, (i) => `q${i}`), ...inAndOut]);
  expect(shares(burst, twice, links('u')).BURST_EVERYONE_JOINED).toBe(0.5);
});

test('a group is not excused by a burst of its own making, nor by a steady issue', () => {
  const own = mentionColumns([...steady(30, (i) => (i % 2 === 0 ? 'a' : 'b')), ...inAndOut]);
  expect(shares(own, twice, links('u')).BURST_EVERYONE_JOINED).toBe(0);
  const none = mentionColumns([...steady(0, () => ''), ...inAndOut]);
  expect(shares(none, twice, links('u')).BURST_EVERYONE_JOINED).toBe(0);
});

test('on the hour is what exceeds the habit of everyone else', () => {
  const habit = (onTheHour: number) =>
    mentionColumns([
      ...Array.from({ length: 10 }, (_, i) => ({
        id: `p${i}`,
        account: `p${i}`,
        at: i * HOUR + (i < onTheHour ? 0 : 900),
      })),
      { id: 'a', account: 'a', at: 3 * HOUR - 30 },
      { id: 'b', account: 'b', at: 3 * HOUR + 30 },
      { id: 'c', account: 'c', at: 4 * HOUR - 31 },
      { id: 'd', account: 'd', at: 4 * HOUR + 31 },
    ]);
  const pairs = [
    ['a', 'b', 0],
    ['c', 'd', 0],
  ] as const;
  expect(shares(habit(0), pairs, links('u')).ON_THE_HOUR).toBeCloseTo(0.5);
  expect(shares(habit(2), pairs, links('u')).ON_THE_HOUR).toBeCloseTo((0.5 - 0.2) / 0.8);
  expect(shares(habit(8), pairs, links('u')).ON_THE_HOUR).toBe(0);
});
