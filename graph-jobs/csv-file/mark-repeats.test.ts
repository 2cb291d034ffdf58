import fc from 'fast-check';
import { markRepeats } from './mark-repeats.js';

// Few values, so that keys repeat; a high word of 0 marks a row that has no key of its own any more.
const word = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 0xffffffff }));
const rows = fc.array(fc.tuple(word, word), { maxLength: 300 });

test('marks what an earlier row has, with room for all rows at once or for few', () => {
  fc.assert(
    fc.property(rows, fc.nat(300), (pairs, room) => {
      const firstOf = new Map<string, number>();
      const expected = pairs.flatMap(([low, high], row) => {
        const first = firstOf.get(`${low} ${high}`);
        if (first === undefined) firstOf.set(`${low} ${high}`, row);
        return first === undefined ? [low, high] : [first, 0];
      });
      const keys = Uint32Array.from(pairs.flat());
      markRepeats(keys, pairs.length, new Uint32Array(room));
      expect([...keys]).toEqual(expected);
    }),
  );
});
