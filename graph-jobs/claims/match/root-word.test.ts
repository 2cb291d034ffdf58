import fc from 'fast-check';
import { rootWord } from './root-word.js';

test.each([
  ['menewaskan', 'tewas'],
  ['menyebarkan', 'sebar'],
  ['disebarkannya', 'sebar'],
  ['penyebaran', 'sebar'],
  ['memukul', 'pukul'],
  ['pemukulan', 'pukul'],
  ['mengambilnya', 'ambil'],
  ['berjalanlah', 'jalan'],
  ['makan', 'makan'],
  ['gempa', 'gempa'],
  ['covid19', 'covid19'],
])('%s is %s', (word, root) => {
  expect(rootWord(word)).toBe(root);
});

test('never shorter than four letters, unless the word was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abdeghikmnprstuy'), minLength: 1, maxLength: 14 }), (word) => {
      expect(rootWord(word).length).toBeGreaterThanOrEqual(Math.min(4, word.length));
    }),
  );
});
