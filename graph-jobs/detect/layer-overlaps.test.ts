import fc from 'fast-check';
import { layerOverlaps } from './layer-overlaps.js';

const found = (...groups: number[][]) => groups.map((members) => ({ members }));

test('a group of one behaviour lies within a group, around it, across its border, or is it', () => {
  const overlaps = layerOverlaps(found([1, 2, 3, 4, 5], [6, 7], [8, 9, 10]), [
    {
      behaviour: 'CO_LINK',
      groups: [
        [1, 2, 3],
        [4, 8, 9],
        [6, 7, 11],
      ],
    },
    {
      behaviour: 'CO_TEXT',
      groups: [
        [8, 9, 10],
        [3, 4, 5, 12],
      ],
    },
  ]);
  expect(overlaps).toEqual([
    [
      { behaviour: 'CO_LINK', number: 1, size: 3, shared: 3, relation: 'WITHIN' },
      { behaviour: 'CO_TEXT', number: 1, size: 4, shared: 3, relation: 'OVERLAPPING' },
    ],
    [{ behaviour: 'CO_LINK', number: 3, size: 3, shared: 2, relation: 'AROUND' }],
    [
      { behaviour: 'CO_TEXT', number: 2, size: 3, shared: 3, relation: 'SAME' },
      { behaviour: 'CO_LINK', number: 2, size: 3, shared: 2, relation: 'OVERLAPPING' },
    ],
  ]);
});

test('where one behaviour ties everybody there is nothing to tell', () => {
  const layers = [{ behaviour: 'CO_LINK' as const, groups: [[1, 2, 3]] }];
  expect(layerOverlaps(found([1, 2, 3]), layers)).toEqual([[]]);
});

test('a behaviour that ties a pair which is no group by itself leaves the others something to tell', () => {
  const layers = [
    { behaviour: 'CO_LINK' as const, groups: [[1, 2, 3]] },
    { behaviour: 'CO_TEXT' as const, groups: [] },
  ];
  expect(layerOverlaps(found([1, 2, 3, 4]), layers)).toEqual([
    [{ behaviour: 'CO_LINK', number: 1, size: 3, shared: 3, relation: 'WITHIN' }],
  ]);
});

/** Twelve accounts, each in one of three groups or in none. */
const partition = fc
  .array(fc.nat(3), { minLength: 12, maxLength: 12 })
  .map((of) =>
    [1, 2, 3]
      .map((group) => of.flatMap((own, code) => (own === group ? [code] : [])))
      .filter((members) => members.length > 1),
  );

test('every overlap is what the two sets say, and every pair of sets with two accounts in common is told of once', () => {
  fc.assert(
    fc.property(partition, partition, partition, (groups, links, texts) => {
      const layers = [
        { behaviour: 'CO_LINK' as const, groups: links },
        { behaviour: 'CO_TEXT' as const, groups: texts },
      ];
      const told = layerOverlaps(found(...groups), layers);
      let common = 0;
      for (const { behaviour, groups: ofLayer } of layers) {
        const listed = ofLayer.toSorted((a, b) => b.length - a.length || a[0]! - b[0]!);
        for (const [i, members] of listed.entries()) {
          for (const [group, own] of groups.entries()) {
            const shared = members.filter((code) => own.includes(code)).length;
            if (shared < 2) continue;
            common += 1;
            const [within, around] = [shared === members.length, shared === own.length];
            const relation = within ? (around ? 'SAME' : 'WITHIN') : around ? 'AROUND' : 'OVERLAPPING';
            const number = i + 1;
            expect(told[group]).toContainEqual({ behaviour, number, size: members.length, shared, relation });
          }
        }
      }
      expect(told.flat()).toHaveLength(common);
    }),
  );
});
