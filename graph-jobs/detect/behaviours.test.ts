import fc from 'fast-check';
import { BEHAVIOURS, type Behaviour } from '#domain/action.js';
import type { MentionKind } from '#domain/mention.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { actionLayers } from './actions/action-layers.js';
import { layerNetwork } from './layer-network.js';

/** Spellings of addresses, and which page each one is. */
const PAGES: Readonly<Record<string, string>> = {
  'https://warta.id/1': 'one',
  'http://www.warta.id/1/?utm_source=wa': 'one',
  'https://warta.id/1?fbclid=x#top': 'one',
  'https://warta.id/2?id=7': 'two',
  'https://warta.id/2?id=8': 'another',
  'no address': 'none',
};
/** Perceptual hashes: the first two differ in 2 bits, the third in 12 from both; the others are exact. */
const PICTURES: Readonly<Record<string, string>> = {
  '00000000000000ff': 'picture',
  '00000000000000FC': 'picture',
  '0fff0000000000ff': 'other picture',
  d41d8cd98f00b204e9800998ecf8427e: 'video',
  D41D8CD98F00B204E9800998ECF8427E: 'video',
  ff: 'odd',
};
/** Two texts in two spellings each, and one that is too short to be an object. */
const TEXTS: Readonly<Record<string, string | null>> = {
  'pintu air dibuka malam ini warga bantaran kali diminta segera mengungsi': 'warning',
  'PINTU AIR dibuka malam ini, warga bantaran kali diminta segera mengungsi! https://warta.id/1': 'warning',
  'dapur umum di kantor kecamatan masih butuh beras, selimut dan air bersih': 'appeal',
  '@posko dapur umum di kantor kecamatan masih butuh beras selimut dan air bersih': 'appeal',
  banjir: null,
};
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });

const sketch = fc.record({
  account: fc.constantFrom('a', 'b', 'c', 'd'),
  at: fc.nat(60),
  kind: fc.constantFrom<MentionKind>('ORIGINAL', 'REPOST', 'REPLY', 'QUOTE'),
  parent: fc.nat(20),
  links: some(Object.keys(PAGES)),
  hashtags: some(['banjir', 'Banjir', 'jakarta', 'rob']),
  media: some(Object.keys(PICTURES)),
  text: fc.constantFrom(...Object.keys(TEXTS)),
});

/** What a mention acts on, as docs/methods/co-action.md says. */
function objectsOf(behaviour: Behaviour, mention: MentionSketch, all: readonly MentionSketch[]): string[] {
  const { kind, links = [], hashtags = [], media = [], text = '' } = mention;
  const tags = Array.from(new Set(hashtags.map((tag) => tag.toLowerCase())));
  switch (behaviour) {
    case 'CO_REPOST':
      return kind === 'REPOST' ? originalOf(mention, all) : [];
    case 'CO_REPLY':
      return kind === 'REPLY' && mention.parent !== mention.id ? [mention.parent!] : [];
    case 'CO_LINK':
      return kind === 'REPOST' ? [] : Array.from(new Set(links.map((link) => PAGES[link]!)));
    case 'CO_MEDIA':
      return kind === 'REPOST' ? [] : Array.from(new Set(media.map((hash) => PICTURES[hash]!)));
    case 'CO_TEXT':
      return kind === 'REPOST' || TEXTS[text] === null ? [] : [TEXTS[text]!];
    case 'CO_HASHTAG':
      return kind === 'REPOST' ? [] : tags;
    case 'CO_HASHTAG_SET':
      return kind === 'REPOST' || tags.length < 2 ? [] : [tags.toSorted().join(' ')];
    case 'CO_HASHTAG_SEQUENCE':
      return kind === 'REPOST' || tags.length < 2 ? [] : [tags.join(' ')];
  }
}

function originalOf(mention: MentionSketch, all: readonly MentionSketch[]): string[] {
  const chain = [mention];
  for (;;) {
    const next = all.find(({ id }) => id === chain.at(-1)!.parent);
    if (next === undefined) return [chain.at(-1)!.parent!];
    if (next.kind !== 'REPOST') return [next.id];
    if (chain.includes(next)) {
      const circle = chain.slice(chain.indexOf(next));
      const earliest = circle.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.id < a.id) ? b : a));
      return earliest === mention ? [] : [earliest.id];
    }
    chain.push(next);
  }
}

test.each(BEHAVIOURS)('%s: every pair of posts on one object within the window, and no other', (behaviour) => {
  const parameters = { ...DEFAULT_RUN_PARAMETERS, minParticipation: 1, minWeight: 1, windowSeconds: 10 };
  fc.assert(
    fc.property(fc.array(sketch, { minLength: 1, maxLength: 20 }), (facts) => {
      const mentions = facts.map((fact, i): MentionSketch => {
        return { ...fact, id: `${i}`.padStart(2, '0'), parent: `${fact.parent}`.padStart(2, '0') };
      });
      const columns = mentionColumns(mentions);
      const expected = new Map<string, number>();
      const acts = mentions.flatMap((mention) =>
        objectsOf(behaviour, mention, mentions).map((object) => ({ mention, object })),
      );
      acts.forEach((one, i) => {
        for (const other of acts.slice(i + 1)) {
          const [p, q] = [one.mention, other.mention];
          if (one.object !== other.object || p.account === q.account || Math.abs(p.at - q.at) > 10) continue;
          const pair = [p.account, q.account].sort().join('-');
          expected.set(pair, (expected.get(pair) ?? 0) + 1);
        }
      });
      const [layer] = actionLayers(columns, [behaviour]);
      const { edges } = layerNetwork(layer!, columns.account, parameters, 1000, () => undefined);
      const id = (code: number) => columns.accounts[code]!.id;
      const found = Array.from({ length: edges.length }, (_, i) => {
        return [[id(edges.from[i]!), id(edges.to[i]!)].sort().join('-'), edges.weight[i]!] as const;
      });
      expect(new Map(found)).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});
