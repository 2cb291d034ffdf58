import fc from 'fast-check';
import { PackedDictionary } from './packed-dictionary.js';

test('gives the codes that a map would, and the strings back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 300 }), (values) => {
      const dictionary = new PackedDictionary();
      const known = Array.from(new Set(values));
      expect(values.map((value) => dictionary.codeOf(value))).toEqual(values.map((value) => known.indexOf(value)));
      expect(Array.from({ length: dictionary.length }, (_, code) => dictionary.at(code))).toEqual(known);
    }),
  );
});

test('grows', () => {
  const dictionary = new PackedDictionary();
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < 20_000; i++) expect(dictionary.codeOf(`text ${i}`)).toBe(i);
});
