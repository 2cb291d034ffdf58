import fc from 'fast-check';
import { normalizeSocialText } from './normalize-social-text.js';

test.each([
  ['width, case and white space', 'ＢＡＮＪＩＲ  di\nKota\tIni', 'banjir di kota ini'],
  ['invisible characters', 'ban\u200bjir ko\u00adta \u2066ini\u2069', 'banjir kota ini'],
  ['links', 'Cek https://t.co/aB1 dan WWW.contoh.id/x sekarang', 'cek dan sekarang'],
  ['links without a protocol', 'lihat bit.ly/aB1, pic.twitter.com/xyz', 'lihat'],
  ['what only looks like a link', 'hari/tanggal, dan.atau kota/kab.', 'hari/tanggal, dan.atau kota/kab.'],
  ['handles', '@ani_2 halo @budi.', 'halo'],
  ['hashtags', '#BanjirJakarta #Pemilu2024 #dukung_kpk #KPKHebat', 'banjir jakarta pemilu 2024 dukung kpk kpk hebat'],
  ['lengthened words', 'BAGUUUUSSS bangeeeet wkwkwkwkwk hahahaha maaf', 'bagus banget wkwk haha maaf'],
  ['numbers as they are', 'Rp1000000 pada 2000', 'rp1000000 pada 2000'],
  ['punctuation and emoji', 'Mantap!!! 😀😀', 'mantap!!! 😀😀'],
  ['letters and their marks', 'cafe\u0301 ﬁlm', 'café film'],
  ['half a pair and control characters', 'a\ud800b\u0007c', 'a b c'],
])('%s', (_, text, normal) => {
  expect(normalizeSocialText(text)).toBe(normal);
});

const pieces = fc.constantFrom(
  ...[
    'http://',
    'htttp://',
    'HTTPS://',
    'www.',
    'wwww.',
    'commm/',
    'bit.ly/',
    'x.co',
    '/',
    '@',
    '#',
    '_',
    '.',
    ' ',
    '\u200d',
  ],
  ...[
    'aaa',
    'hahaha',
    'AbC',
    'İ',
    'ß',
    'ǅ',
    '\u0301',
    '\u3164',
    '\ufe0f',
    '\ud83d',
    '\ude00',
    'K',
    '2',
    '１',
    '\u1100\u1161',
    '\u00ad',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 30 }).map((parts) => parts.join('')),
);

test('the same again gives the same, for any text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = normalizeSocialText(text);
      expect(normalizeSocialText(once)).toBe(once);
    }),
    { numRuns: 20_000 },
  );
});

test('every character by itself and beside a letter', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const text = `a${String.fromCodePoint(code)}`;
    const once = normalizeSocialText(text);
    if (normalizeSocialText(once) !== once) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('takes time in proportion to the text: a long one ends', () => {
  for (const piece of ['wk', 'a', 'http', '@a', '#Ab', 'a.', 'a-', '_', ' ', '/x.co'])
    expect(normalizeSocialText(piece.repeat(200_000)).length).toBeLessThanOrEqual(1_000_000);
});
