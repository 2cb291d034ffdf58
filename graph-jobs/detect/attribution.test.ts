import fc from 'fast-check';
import { BEHAVIOURS } from '#domain/action.js';
import { attributions, type BehaviourTies } from './attribution.js';

const ties = (behaviour: BehaviourTies['behaviour'], ...rows: [number, number, number][]): BehaviourTies => ({
  behaviour,
  from: rows.map(([from]) => from),
  to: rows.map(([, to]) => to),
  strength: rows.map(([, , strength]) => strength),
});

test('each behaviour has its share of the ties inside the group, largest first; ties across groups are nobody’s', () => {
  const layers = [
    ties('CO_HASHTAG', [1, 2, 1], [3, 4, 2]),
    ties('CO_LINK', [1, 2, 4], [2, 5, 3], [1, 3, 99]),
    ties('CO_TEXT', [7, 8, 5]),
  ];
  expect(attributions([{ members: [1, 2, 5] }, { members: [3, 4] }], layers)).toEqual([
    [
      { behaviour: 'CO_LINK', share: 7 / 8 },
      { behaviour: 'CO_HASHTAG', share: 1 / 8 },
    ],
    [{ behaviour: 'CO_HASHTAG', share: 1 }],
  ]);
});

test('equal shares stand as behaviours are listed, whatever the order of the layers', () => {
  const shares = attributions([{ members: [1, 2] }], [ties('CO_TEXT', [1, 2, 3]), ties('CO_REPOST', [1, 2, 3])]);
  expect(shares[0]!.map(({ behaviour }) => behaviour)).toEqual(['CO_REPOST', 'CO_TEXT']);
});

const row = fc.tuple(fc.nat(8), fc.nat(8), fc.double({ min: 0.3, max: 1e6, noNaN: true }));

test('the shares of a group are above 0 and sum to 1, for any ties', () => {
  const layers = fc.uniqueArray(
    fc.record({ behaviour: fc.constantFrom(...BEHAVIOURS), rows: fc.array(row, { minLength: 1 }) }),
    { selector: ({ behaviour }) => behaviour, minLength: 1 },
  );
  fc.assert(
    fc.property(layers, (some) => {
      const groups = [{ members: [0, 1, 2, 3] }, { members: [4, 5, 6, 7, 8] }];
      const all = some.map(({ behaviour, rows }) => ties(behaviour, ...rows));
      for (const shares of attributions(groups, all)) {
        if (shares.length === 0) continue;
        expect(shares.every(({ share }) => share > 0 && share <= 1)).toBe(true);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        const sizes = shares.map(({ share }) => share);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }
    }),
  );
});
