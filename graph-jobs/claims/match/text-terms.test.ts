import fc from 'fast-check';
import { standardWords } from '../../text/word-tokens.js';
import { linkWords } from './links.js';
import { TermCodes } from './term-codes.js';
import { textTerms } from './text-terms.js';

const PIECES = [
  ...[
    'gaaada',
    'anak2nya',
    'BanjirJakarta',
    '#BanjirJakarta2024',
    '@abc.d',
    'wkwkwkwk',
    'www.a.id/b',
    'htttps://a.id/c',
  ],
  ...[
    'kabar.com/x',
    '\u00b4',
    '\u0301',
    '\u200b',
    '\ud83d',
    'ΣΑΣ',
    '\ufdfa',
    '漢字',
    'ﬁ',
    'a\u00a0b',
    '!',
    'İ',
    'mkn',
    '_',
  ],
  ...['https://kabar.id/2018/harga-bbm-naik.html', ' ', '\n', '\t', '\r\n', '\u3000', '\u2028', '\v', '\f', '.'],
];

test('a text read piece by piece, and pieces known from before, give the words of the whole text', () => {
  const codes = new TermCodes();
  const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const whole = [...standardWords(text), ...linkWords(text)].map((word) => codes.of(word));
      const { sequence, grams } = textTerms(text, codes);
      expect([...sequence]).toEqual(whole.map(({ root }) => root));
      expect([...grams.codes]).toEqual([...new Set(whole.flatMap((word) => [...word.grams]))].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});
