import fc from 'fast-check';
import { sortedInPieces } from './sorted-in-pieces.js';

test('pieces are merged into the order that one sort gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.nat())), fc.integer({ min: 1, max: 9 }), async (items, piece) => {
      const byFirst = ([one]: [number, number], [other]: [number, number]) => one - other;
      expect(await sortedInPieces(items, byFirst, piece)).toEqual([...items].sort(byFirst));
    }),
  );
});

test('others are served between pieces', async () => {
  const loop: string[] = [];
  setImmediate(() => loop.push('other'));
  await sortedInPieces([3, 2, 1], (one, other) => one - other, 1);
  loop.push('sorted');
  expect(loop).toEqual(['other', 'sorted']);
});
