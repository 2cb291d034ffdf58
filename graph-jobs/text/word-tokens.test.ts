import fc from 'fast-check';
import { characterNgrams } from './character-ngrams.js';
import { normalizeSocialText } from './normalize-social-text.js';
import { knownSpellings, standardForm } from './slang.js';
import { STOP_WORDS } from './stop-words.js';
import { standardWords, wordTokens } from './word-tokens.js';

test('words as they were spelt, and in standard spelling', () => {
  const text = 'Gk bisa bgt!! teman2nya yg di #BanjirJakarta, kyk org2 @budi';
  expect(wordTokens(text)).toEqual(['gk', 'bisa', 'bgt', 'teman2nya', 'yg', 'di', 'banjir', 'jakarta', 'kyk', 'org2']);
  expect(standardWords(text)).toEqual(
    'tidak bisa sekali teman temannya yang di banjir jakarta seperti orang orang'.split(' '),
  );
});

test('in standard spelling already, the words stay', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...knownSpellings()).map(([one]) => one),
      ),
      (text) => {
        const words = standardWords(text);
        expect(standardWords(words.join(' '))).toEqual(words);
      },
    ),
    { numRuns: 5000 },
  );
});

test('each known spelling is a word of its own as normalisation leaves it, and its standard is none', () => {
  const spellings = [...knownSpellings()];
  expect(spellings.length).toBeGreaterThan(250);
  for (const [spelling, standard] of spellings) {
    expect(normalizeSocialText(spelling)).toBe(spelling);
    expect(STOP_WORDS.has(spelling)).toBe(false);
    for (const word of standard) expect([word, standardForm(word)]).toEqual([word, undefined]);
  }
});

test('stop words are as normalisation leaves them, and no negation is one', () => {
  for (const word of STOP_WORDS) expect(standardWords(word)).toEqual([word]);
  for (const negation of ['tidak', 'bukan', 'belum', 'jangan', 'tanpa']) expect(STOP_WORDS.has(negation)).toBe(false);
});

test('runs of characters stay within a word and tell its ends', () => {
  expect(characterNgrams(['ada', 'di'], 3, 4)).toEqual([' ad', 'ada', 'da ', ' ada', 'ada ', ' di', 'di ', ' di ']);
  expect(characterNgrams(['a', '😀'], 5, 5)).toEqual([' a ', ' 😀 ']);
  expect(characterNgrams([], 1, 3)).toEqual([]);
});

test('every character of a word is in some run', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 5 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 4 }), fc.nat(3), (of, from, more) => {
      const grams = characterNgrams(of, from, from + more);
      for (const word of of) for (const character of word) expect(grams.join('')).toContain(character);
      for (const gram of grams) expect([...gram].length).toBeLessThanOrEqual(from + more);
    }),
  );
});
