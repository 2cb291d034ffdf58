import fc from 'fast-check';
import { CodedError } from '#domain/errors/coded-error.js';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { actionLayers } from './actions/action-layers.js';
import { detectGroups, detectInCopy } from './detect-groups.js';

const parameters: RunParameters = { ...DEFAULT_RUN_PARAMETERS, mode: 'COMPATIBLE', windowSeconds: 10 };

/** Accounts c, b, a repost the same three mentions within 4 s; b and a share a link twice; others pass by alone. */
const planted: readonly MentionSketch[] = [
  ...[0, 1, 2].flatMap((i): MentionSketch[] => [
    { id: `root${i}`, account: 'root', at: i * 1000 },
    { id: `c${i}`, account: 'c', at: i * 1000 + 50, parent: `root${i}` },
    { id: `b${i}`, account: 'b', at: i * 1000 + 52, parent: `root${i}` },
    { id: `a${i}`, account: 'a', at: i * 1000 + 54, parent: `root${i}` },
    { id: `d${i}`, account: `d${i}`, at: i * 1000 + 500, parent: `root${i}` },
  ]),
  ...[0, 1].flatMap((i): MentionSketch[] => [
    { id: `la${i}`, account: 'a', at: 5000 + i * 100, links: [`https://warta.id/${i}`] },
    { id: `lb${i}`, account: 'b', at: 5003 + i * 100, links: [`https://warta.id/${i}`] },
  ]),
];

test('finds who acts together, on what, and by which behaviour', () => {
  const columns = mentionColumns(planted);
  const { groups, keptPairs } = detectGroups(columns, parameters);
  const id = (code: number) => columns.accounts[code]!.id;
  expect(keptPairs).toBe(3);
  expect(groups.map(({ members }) => members.map(id))).toEqual([['a', 'b', 'c']]);
  expect(groups[0]!.attribution).toEqual([
    { behaviour: 'CO_REPOST', share: 9 / 11 },
    { behaviour: 'CO_LINK', share: 2 / 11 },
  ]);
  expect(groups[0]!.layerGroups).toEqual([
    { behaviour: 'CO_REPOST', number: 1, size: 3, shared: 3, relation: 'SAME' },
    { behaviour: 'CO_LINK', number: 1, size: 2, shared: 2, relation: 'WITHIN' },
  ]);
  expect(groups[0]!.edges.map((edge) => ({ ...edge, from: id(edge.from), to: id(edge.to) }))).toEqual([
    { behaviour: 'CO_REPOST', from: 'a', to: 'b', weight: 3, objects: 3, symmetry: 1, tests: null },
    { behaviour: 'CO_LINK', from: 'a', to: 'b', weight: 2, objects: 2, symmetry: 1, tests: null },
    { behaviour: 'CO_REPOST', from: 'a', to: 'c', weight: 3, objects: 3, symmetry: 1, tests: null },
    { behaviour: 'CO_REPOST', from: 'b', to: 'c', weight: 3, objects: 3, symmetry: 1, tests: null },
  ]);
});

test('finds who writes nearly the same texts, with the mention that said it first as the object', () => {
  const texts = [
    'Tanda tangani petisi ini demi warga di tepi sungai kota kami sekarang juga',
    'Sungai kami butuh dikeruk sebelum musim hujan datang, dukung lewat tautan di bawah',
    'Jangan biarkan anak anak kita mengungsi lagi tahun depan karena tanggul yang bocor',
  ];
  const endings = ['', ' Sebarkan!', ' https://t.example/x', ' #petisi'];
  const columns = mentionColumns(
    [0, 1, 2].flatMap((i) =>
      ['a', 'b', 'c', 'd'].map((account, which) => {
        return { id: `${account}${i}`, account, at: i * 1000 + which, text: texts[i]! + endings[which]! };
      }),
    ),
  );
  const { groups, layers } = detectGroups(columns, { ...parameters, behaviours: ['CO_TEXT'] });
  expect(groups.map(({ members, edges }) => [members.length, edges.length])).toEqual([[4, 6]]);
  const [first] = groups[0]!.edges;
  expect(first).toMatchObject({ behaviour: 'CO_TEXT', weight: 3, objects: 3 });
  const rows = Array.from(groups[0]!.evidence).filter(({ edge }) => edge === 0);
  expect(rows.map(({ layer, object }) => layers[layer]!.objects.at(object))).toEqual(['x:a0', 'x:a1', 'x:a2']);
});

test('the evidence of an edge names both mentions and the object', () => {
  const columns = mentionColumns(planted);
  const { groups, layers } = detectGroups(columns, parameters);
  const evidence = Array.from(groups[0]!.evidence, ({ edge, layer, object, fromMention, toMention }) => [
    edge,
    layers[layer]!.objects.at(object),
    columns.ids.at(fromMention),
    columns.ids.at(toMention),
  ]);
  expect(evidence.slice(2, 6)).toEqual([
    [0, 'x:root2', 'x:a2', 'x:b2'],
    [1, 'https://warta.id/0', 'x:la0', 'x:lb0'],
    [1, 'https://warta.id/1', 'x:la1', 'x:lb1'],
    [2, 'x:root0', 'x:a0', 'x:c0'],
  ]);
  expect(Array.from(groups[0]!.evidence).length).toBe(evidence.length);
});

test('evidence is made while it is read: two accounts that post all day do not fill the memory', () => {
  // 3,000 posts each within the window: 9 million pairs, half a gigabyte if they were held.
  const posts = Array.from({ length: 6000 }, (_, i) => ({ id: `${i}`, account: `a${i % 2}`, at: 0, hashtags: ['h'] }));
  const { groups } = detectGroups(mentionColumns(posts), parameters);
  const before = process.memoryUsage().heapUsed;
  const evidence = groups[0]!.evidence[Symbol.iterator]();
  expect(evidence.next().done).toBe(false);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  expect(groups[0]!.edges[0]!.weight).toBe(9_000_000);
});

const sketch = fc.record({
  account: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  at: fc.nat(30),
  hashtags: fc.subarray(['h1', 'h2', 'h3']),
  links: fc.subarray(['u1', 'u2']),
});
const sketches = fc
  .array(sketch, { maxLength: 40 })
  .map((all) => all.map((one, i): MentionSketch => ({ ...one, id: `${i}` })));
const anyParameters = fc.record({
  windowSeconds: fc.constantFrom(0, 2, 10),
  minParticipation: fc.integer({ min: 1, max: 3 }),
  minWeight: fc.integer({ min: 1, max: 3 }),
});

test('what ties a group sums to 1, and to the weights of its edges by behaviour', () => {
  fc.assert(
    fc.property(sketches, anyParameters, (of, some) => {
      for (const { attribution, edges } of detectGroups(mentionColumns(of), { ...parameters, ...some }).groups) {
        const all = edges.reduce((sum, { weight }) => sum + weight, 0);
        for (const { behaviour, share } of attribution) {
          const own = edges.filter((edge) => edge.behaviour === behaviour);
          expect(share).toBeCloseTo(own.reduce((sum, { weight }) => sum + weight, 0) / all, 12);
        }
        expect(attribution.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      }
    }),
  );
});

test('every edge has as many pairs of evidence as its weight says, each within the rules', () => {
  fc.assert(
    fc.property(sketches, anyParameters, (of, some) => {
      const columns = mentionColumns(of);
      const { groups, layers } = detectGroups(columns, { ...parameters, ...some });
      for (const group of groups) {
        const counts = group.edges.map(() => 0);
        const objects = group.edges.map(() => new Set<number>());
        for (const { edge, layer, object, fromMention, toMention } of group.evidence) {
          const { from, to, behaviour } = group.edges[edge]!;
          counts[edge]! += 1;
          objects[edge]!.add(object);
          expect([columns.account[fromMention], columns.account[toMention]]).toEqual([from, to]);
          const apart = Math.abs(columns.publishedAt[fromMention]! - columns.publishedAt[toMention]!);
          expect(apart).toBeLessThanOrEqual(some.windowSeconds * 1000);
          const name = layers[layer]!.objects.at(object);
          const carried = (row: number) => of[Number(columns.ids.at(row).slice(2))]!;
          for (const { hashtags, links } of [carried(fromMention), carried(toMention)])
            expect(behaviour === 'CO_LINK' ? links : hashtags).toContain(name);
        }
        expect(counts).toEqual(group.edges.map(({ weight }) => weight));
        expect(objects.map(({ size }) => size)).toEqual(group.edges.map((edge) => edge.objects));
      }
    }),
  );
});

test('groups are disjoint, connected inside, largest first, and a copy with nothing changed has the same outline', () => {
  fc.assert(
    fc.property(sketches, anyParameters, (of, some) => {
      const columns = mentionColumns(of);
      const with_ = { ...parameters, ...some };
      const { groups, layers, keptPairs } = detectGroups(columns, with_);
      const members = groups.flatMap((group) => group.members);
      expect(new Set(members).size).toBe(members.length);
      const sizes = groups.map((group) => group.members.length);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      for (const { members: own, edges } of groups) {
        const reached = new Set([own[0]!]);
        for (let pass = 0; pass < own.length; pass++) {
          for (const { from, to } of edges) {
            if (reached.has(from)) reached.add(to);
            if (reached.has(to)) reached.add(from);
          }
        }
        expect(reached.size).toBe(own.length);
      }
      expect(detectInCopy(layers, columns.account, with_)).toEqual({ keptPairs, largestGroup: sizes[0] ?? 0 });
    }),
  );
});

/** Accounts that share one link at the same time, each of them once. */
const crowd = (size: number) =>
  mentionColumns(Array.from({ length: size }, (_, i) => ({ id: `${i}`, account: `a${i}`, at: 0, links: ['u'] })));
const loose: RunParameters = { ...parameters, behaviours: ['CO_LINK'], minParticipation: 1, minWeight: 1 };

test('says when more pairs are kept than can be grouped', () => {
  // 1,001 accounts share one link within the window: 500,500 pairs.
  expect(() => detectGroups(crowd(1001), loose)).toThrow(CodedError);
  expect(detectGroups(crowd(100), loose).keptPairs).toBe(4950);
});

test('stops counting at the first pair too many, in a shuffled copy too', () => {
  // 72 million pairs, not yet a crowd: in full they would be 900 MB.
  const columns = crowd(12_000);
  expect(() => detectGroups(columns, loose)).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS' }) as Error);
  const layers = actionLayers(columns, ['CO_LINK']);
  expect(() => detectInCopy(layers, columns.account, loose)).toThrow(CodedError);
});

test('tells of progress inside one behaviour, and can be stopped there', () => {
  const columns = crowd(8000);
  const strict = { ...loose, minWeight: 2 };
  const shares: number[] = [];
  detectGroups(columns, strict, (done, total) => shares.push(done / total));
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const stop = () => {
    throw new CodedError('STOPPED', 'stopped');
  };
  const layers = actionLayers(columns, ['CO_LINK']);
  expect(() => detectInCopy(layers, columns.account, strict, stop)).toThrow('stopped');
});
