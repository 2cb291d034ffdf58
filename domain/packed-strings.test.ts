import fc from 'fast-check';
import { PackedStrings } from './packed-strings.js';

test('gives back every string at its row', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (values) => {
      const packed = PackedStrings.from(values);
      expect(packed.length).toBe(values.length);
      expect(values.map((_, row) => packed.at(row))).toEqual(values);
    }),
  );
});

test('refuses a row outside', () => {
  expect(() => PackedStrings.from(['a']).at(1)).toThrow(RangeError);
});
