import type { MentionColumns, ObjectColumns } from '#domain/mention-columns.js';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { inputHash } from './input-hash.js';

const sketches: MentionSketch[] = [
  {
    id: '1',
    account: 'ana',
    at: 1,
    hashtags: ['banjir', 'jakarta'],
    links: ['https://a.example/', 'https://b.example/'],
    media: ['ff', '00'],
    region: '31',
  },
  { id: '2', account: 'budi', at: 2, parent: '1', platform: 'x', region: '32' },
  { id: '3', account: 'citra', at: 3, parent: 'gone', stream: 'NEWS', platform: 'web', hashtags: ['jakarta'] },
];
const columns = mentionColumns(sketches);

test('the same mentions in any order have the same hash', () => {
  expect(inputHash(mentionColumns(sketches.toReversed()))).toBe(inputHash(columns));
  expect(inputHash(columns)).toMatch(/^[0-9a-f]{64}$/);
});

test('the order of a dictionary, or of the links of one mention, is the store’s own business', () => {
  const reordered: MentionColumns = {
    ...columns,
    regions: columns.regions.toReversed(),
    region: columns.region.map((code) => (code < 2 ? 1 - code : code)),
    links: reversedDictionary(columns.links),
    media: reversedDictionary(columns.media),
  };
  expect(reordered.regions).not.toEqual(columns.regions);
  expect(inputHash(reordered)).toBe(inputHash(columns));
});

const changes: Record<string, Partial<MentionSketch>> = {
  time: { at: 1.5 },
  kind: { kind: 'QUOTE' },
  stream: { stream: 'NEWS' },
  account: { account: 'dewi' },
  parent: { parent: '3' },
  'missing parent': { parent: 'gone' },
  region: { region: '33' },
  hashtag: { hashtags: ['banjir'] },
  'order of hashtags': { hashtags: ['jakarta', 'banjir'] },
  media: { media: ['ff'] },
  link: { links: ['https://b.example/'] },
};
test.each(Object.entries(changes))('a change of %s changes the hash', (_what, change) => {
  const changed = mentionColumns([{ ...sketches[0]!, ...change }, ...sketches.slice(1)]);
  expect(inputHash(changed)).not.toBe(inputHash(columns));
});

test('texts count where they were read', () => {
  const told = (text: string) => mentionColumns([{ ...sketches[0]!, text }, ...sketches.slice(1)]);
  expect(new Set([columns, told('banjir'), told('surut')].map(inputHash)).size).toBe(3);
  expect(inputHash({ ...told('banjir'), texts: null })).toBe(inputHash(columns));
});

test('what the texts say counts where it was told', () => {
  const told = (sentiment: 'positive' | 'jv') => mentionColumns([{ ...sketches[0]!, sentiment }, ...sketches.slice(1)]);
  expect(new Set([columns, told('positive'), told('jv')].map(inputHash)).size).toBe(3);
});

test('what is known of an account counts too', () => {
  expect(inputHash(mentionColumns(sketches, { ana: { layer: 'L0', agencyId: 'kominfo' } }))).not.toBe(
    inputHash(columns),
  );
});

function reversedDictionary({ length, mention, object, values }: ObjectColumns): ObjectColumns {
  const order = Array.from({ length }, (_, i) => i).sort((a, b) => mention[a]! - mention[b]! || b - a);
  return {
    length,
    mention: Uint32Array.from(order, (i) => mention[i]!),
    object: Uint32Array.from(order, (i) => values.length - 1 - object[i]!),
    values: values.toReversed(),
  };
}
