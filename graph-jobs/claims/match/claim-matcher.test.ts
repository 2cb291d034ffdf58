import fc from 'fast-check';
import type { Claim } from '#domain/claim.js';
import { ClaimMatcher } from './claim-matcher.js';

const claim = (id: string, text: string, more: Partial<Claim> = {}): Claim => ({
  id,
  texts: [text],
  body: null,
  claimant: null,
  appearances: [],
  reviews: [],
  ...more,
});
const all = { top: 5, minScore: 0 };
const CLAIMS = [
  claim('dam', 'Bendungan Tirta Khayal di atas Kota Fiktif jebol malam ini', {
    appearances: ['https://kabar.example/dam?utm_source=x'],
  }),
  claim('fuel', 'Harga BBM premium naik menjadi Rp 9.500 per liter malam ini'),
  claim('quake', 'BMKG meramalkan gempa besar mengguncang Jakarta besok pagi'),
  claim('bread', 'Sari Roti berubah nama menjadi Garmelia setelah diboikot umat', {
    body: 'Beredar pesan bahwa perusahaan itu mengganti merek dagang karena penjualan turun. Kenyataannya kedua perusahaan tidak berhubungan.',
  }),
];
const match = (text: string, url = '', claims = CLAIMS) =>
  new ClaimMatcher(claims).match({ text, urls: url === '' ? [] : [url] }, all);

test.each([
  ['other spelling and order', 'gaaan besoook pagi jakarta mau gempaaa besar kt bmkg', 'quake'],
  ['affixes', 'bendungannya tirta khayal menjebolkan diri??', 'dam'],
  ['the words of the body', 'perusahaan mengganti merek dagang, penjualannya turun', 'bread'],
  ['the words of a link', 'https://t.example/2018/09/harga-bbm-premium-naik-per-liter.html', 'fuel'],
])('finds a claim by %s', (_, text, id) => {
  expect(match(text)[0]).toMatchObject({ claimId: id, method: 'retrieval' });
});

test('a shared page counts as a link does in CO_LINK, in the text or beside it; a bare site does not', () => {
  expect(match('lihat http://www.kabar.example/dam/')[0]).toEqual({ claimId: 'dam', score: 1, method: 'url' });
  expect(match('lihat ini', 'https://kabar.example/dam?fbclid=1')[0]).toEqual({
    claimId: 'dam',
    score: 1,
    method: 'url',
  });
  const bare = [claim('site', 'Situs palsu bank', { appearances: ['https://kabar.example/'] })];
  expect(match('baca di https://kabar.example', '', bare).filter(({ method }) => method === 'url')).toEqual([]);
});

test('a page where a fact-checker reviewed the claim may lead from a text that denies it, which the method says', () => {
  const reviewed = (url: string, appearances: string[] = []) => {
    const review = { url, publisher: null, title: null, rating: 'Salah', publishedAt: null, language: null };
    return [claim('dam', 'bendungan jebol', { appearances, reviews: [review] })];
  };
  const methods = (claims: Claim[], text: string) => match(text, '', claims).map(({ method }) => method);
  const CHECK = 'https://cek.example/dam';
  const HOAX = 'https://kabar.example/dam';
  expect(methods(reviewed(CHECK, [HOAX]), `lihat ${CHECK}?utm_source=x`)).toEqual(['review-url']);
  expect(methods(reviewed(CHECK, [HOAX]), `lihat ${HOAX}`)).toEqual(['url']);
  expect(methods(reviewed(CHECK, [HOAX]), `lihat ${HOAX} dan ${CHECK}`)).toEqual(['review-url']);
  expect(methods(reviewed(CHECK, [CHECK]), `lihat ${CHECK}`)).toEqual(['url']);
});

test('a copy with little changed is a near-duplicate, and scores above what resembles', () => {
  const copy = 'AWAS: bendungan tirta khayal di atas kota fiktif JEBOL malam ini https://t.example/1';
  expect(match(copy)[0]).toMatchObject({ claimId: 'dam', method: 'near-duplicate' });
  expect(match(copy)[0]!.score).toBeGreaterThanOrEqual(0.95);
  expect(match(copy)[1]?.score ?? 0).toBeLessThan(0.5);
});

test('unlike texts score low, and nothing is found where no word is shared', () => {
  for (const text of ['malam ini nonton bola bareng teman', 'selamat pagi jakarta', 'naik motor ke kota'])
    expect(match(text)[0]?.score ?? 0).toBeLessThan(0.3);
  expect(match('🙂🙂 !!')).toEqual([]);
  expect(match('')).toEqual([]);
});

test('of several wordings the one that is nearest counts, and a claim comes once', () => {
  const claims = [
    claim('a', 'Pabrik itu meledak', { texts: ['Pabrik itu meledak', 'Ledakan besar di gudang pupuk Bontang'] }),
    ...CLAIMS,
  ];
  const found = match('ledakan gudang pupuk di bontang', '', claims);
  expect(found.filter(({ claimId }) => claimId === 'a')).toHaveLength(1);
  expect(found[0]!.claimId).toBe('a');
});

const words = 'banjir gempa harga naik malam ini kota yang di jebol bendungan bbm premium roti nama besok pagi'.split(
  ' ',
);
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const claimLists = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), text: sentence, body: fc.option(sentence) }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);

test('scores lie between 0 and 1, descend, and hang neither on the order of claims nor on other texts', () => {
  const data = claimLists.chain((claims) =>
    fc.tuple(
      fc.constant(claims),
      fc.shuffledSubarray(claims, { minLength: claims.length }),
      fc.array(sentence, { maxLength: 4 }),
      sentence,
    ),
  );
  fc.assert(
    fc.property(data, fc.integer({ min: 1, max: 6 }), ([claims, shuffled, before, text], top) => {
      const made = (list: typeof claims) =>
        new ClaimMatcher(list.map(({ id, text: one, body }) => claim(id, one, { body })));
      const options = { top, minScore: 0 };
      const expected = made(claims).match({ text, urls: [] }, options);
      const other = made(shuffled);
      for (const one of before) other.match({ text: one, urls: [] }, options);
      expect(other.match({ text, urls: [] }, options)).toEqual(expected);
      expect(expected.length).toBeLessThanOrEqual(top);
      expected.forEach(({ score, claimId }, i) => {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const next = expected[i + 1];
        if (next !== undefined)
          expect(score > next.score || (score === next.score && claimId < next.claimId)).toBe(true);
      });
      expect(made(claims).match({ text, urls: [] }, { ...options, minScore: 0.3 })).toEqual(
        expected.filter(({ score }) => score >= 0.3),
      );
    }),
    { numRuns: 150 },
  );
});

test('what all texts of an issue say is no sign of a claim that says it too; the claim itself is found all the same', () => {
  const texts = Array.from({ length: 300 }, (_, i) => `Info Kota Fiktif nomor ${i}, jalan licin`);
  const score = (text: string, beside: readonly string[]) =>
    new ClaimMatcher(CLAIMS, beside).match({ text, urls: [] }, all).find(({ claimId }) => claimId === 'dam')?.score ??
    0;
  const alike = 'Info Kota Fiktif: jalan licin';
  expect(score(alike, texts)).toBeLessThan(score(alike, []) / 4);
  const told = 'katanya bendungan Tirta Khayal jebol, yang di atas Kota Fiktif';
  expect(score(told, texts)).toBeGreaterThan(0.9);
  expect(score(told, Array(500).fill(told))).toBeGreaterThan(0.5);
});
