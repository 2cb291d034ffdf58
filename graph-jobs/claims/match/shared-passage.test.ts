import fc from 'fast-check';
import { claimOf } from '../../../test/builders/claims.js';
import { ClaimMatcher } from './claim-matcher.js';
import { rootWord } from './root-word.js';

const CLAIM = claimOf('k', {
  texts: ['Harga BBM naik dua kali lipat mulai besok', 'pertamina menaikkan bensin'],
  appearances: ['https://kabar.example/bbm'],
});
const matcher = new ClaimMatcher([CLAIM]);
const shown = (text: string) => matcher.overlap(text, 'k').map(({ start, end }) => text.slice(start, end));

test.each([
  ['Katanya HARGA BBM   naik 2 kali, benarkah?', ['HARGA BBM   naik']],
  ['kabar: #HargaBBMNaik lagi 😀 besok', ['#HargaBBMNaik', 'besok']],
  ['harga naik: https://kabar.example/bbm?utm_source=x).', ['https://kabar.example/bbm?utm_source=x']],
  ['Pertamina tidak menaikkan bensin', ['Pertamina', 'menaikkan bensin']],
  ['selamat pagi semua', []],
  ['', []],
])('%s', (text, words) => {
  expect(shown(text)).toEqual(words);
});

test('of a long text the passage is shown that tells the claim, not each of its words wherever it stands', () => {
  const filler = Array.from({ length: 60 }, (_, i) => `kata${i}`).join(' ');
  expect(shown(`besok ${filler} harga BBM naik dua kali lipat mulai besok ${filler} naik`)).toEqual([
    'harga BBM naik dua kali lipat mulai besok',
  ]);
});

test('a claim that the matcher does not know shares nothing', () => {
  expect(matcher.overlap('harga BBM naik', 'other')).toEqual([]);
});

test('spans ascend, lie apart, and begin and end with a word of the claim', () => {
  const roots = new Set(CLAIM.texts.flatMap((text) => text.toLowerCase().split(' ')).map(rootWord));
  const word = fc.constantFrom('harga', 'BBM', 'naik', 'dua', 'di', 'kopi', 'mulai', 'menaikkan', '!', '😀', '\n');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), (words) => {
      const text = words.join(' ');
      let before = 0;
      for (const { start, end } of matcher.overlap(text, 'k')) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end + 1;
        const told = text.slice(start, end).toLowerCase().split(/\s+/);
        for (const one of [told[0]!, told.at(-1)!]) expect(roots).toContain(rootWord(one));
      }
      expect(before).toBeLessThanOrEqual(text.length + 1);
    }),
  );
});
