import fc from 'fast-check';
import { canonicalLink } from './canonical-link.js';

test.each([
  ['http://WWW.Warta.id/Berita/1/', 'https://warta.id/Berita/1'],
  ['https://warta.id/1?utm_source=x&utm_medium=y&fbclid=z', 'https://warta.id/1'],
  ['https://warta.id/1?gclid=a&igshid=b&mc_cid=c&_ga=d&ref_src=e', 'https://warta.id/1'],
  ['https://warta.id/1?page=2&id=7&utm_id=q', 'https://warta.id/1?id=7&page=2'],
  ['https://warta.id/1#komentar', 'https://warta.id/1'],
  ['https://app.warta.id/#/berita/1', 'https://app.warta.id/#/berita/1'],
  ['https://warta.id/', 'https://warta.id'],
  ['https://warta.id/#/', 'https://warta.id'],
  ['https://mobile.twitter.com/a/status/1?s=20&t=abc', 'https://twitter.com/a/status/1'],
  ['https://x.com/a/status/1', 'https://twitter.com/a/status/1'],
  ['https://m.youtube.com/watch?v=abc&si=xyz', 'https://youtube.com/watch?v=abc'],
  ['https://www.google.co.id/amp/s/warta.id/1?utm_source=x', 'https://warta.id/1'],
  ['https://warta-id.cdn.ampproject.org/c/s/warta.id/1', 'https://warta.id/1'],
])('%s is %s', (link, canonical) => {
  expect(canonicalLink(link)).toBe(canonical);
});

test.each([
  ['https://m.detik.com/1', 'https://detik.com/1'],
  ['https://warta.id/1?s=20', 'https://warta.id/1?s=21'],
  ['https://warta.id/a', 'https://warta.id/A'],
  ['https://warta.id/1/amp', 'https://warta.id/1'],
  ['https://app.warta.id/#/a', 'https://app.warta.id/#/b'],
])('%s may be another page than %s', (one, other) => {
  expect(canonicalLink(one)).not.toBe(canonicalLink(other));
});

test.each(['warta.id/1', 'mailto:a@warta.id', 'https://', 'http://%zz/', '', 'data:text/plain,x'])(
  '%j is no web address and stays as it came',
  (link) => {
    expect(canonicalLink(link)).toBe(link);
  },
);

test('a canonical address is its own', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (link) => {
      const canonical = canonicalLink(link);
      expect(canonicalLink(canonical)).toBe(canonical);
    }),
    { numRuns: 3000 },
  );
});
