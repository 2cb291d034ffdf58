import fc from 'fast-check';
import { policyOfHeaders } from './policy-of-headers.js';

const policyOf = (cacheControl: string, more: Record<string, string> = {}) =>
  policyOfHeaders({ 'cache-control': cacheControl, ...more });
const kept = (maxAgeSeconds: number, isPrivate: boolean) => ({ maxAgeSeconds, isPrivate });

test.each([
  ['max-age=60, public', kept(60, false)],
  ['max-age=60, private', kept(60, true)],
  ['Public,MAX-AGE=60', kept(60, false)],
  ['public, max-age=60, s-maxage=5', kept(5, false)],
  ['private, max-age=60, s-maxage=5', kept(60, true)],
  ['public, max-age=999999', kept(3600, false)],
  // Each request carries who asks: what does not say that it is for all is not.
  ['max-age=60', kept(60, true)],
  ['public, max-age=60, immutable, x=y', kept(60, false)],
  ['no-store', null],
  ['max-age=60, public, no-store', null],
  ['max-age=60, public, no-cache', null],
  ['no-cache="x-name", max-age=60, public', null],
  ['public', null],
  ['max-age=0, public', null],
  ['max-age=-1, public', null],
  ['max-age="60", public', null],
  ['max-age=60, max-age=600, public', null],
  ['', null],
])('%s', (header, policy) => expect(policyOf(header)).toEqual(policy));

test('an answer without the header is not kept', () => expect(policyOfHeaders({})).toBeNull());

test('what a proxy kept before counts', () => {
  expect(policyOf('max-age=60, public', { age: '50' })).toEqual(kept(10, false));
  expect(policyOf('max-age=60, public', { age: '60' })).toBeNull();
  expect(policyOf('max-age=60, public', { age: 'old' })).toBeNull();
});

test('an answer that varies by what requests have not alike is not kept', () => {
  expect(policyOf('max-age=60, public', { vary: 'Accept-Encoding, Origin' })).toEqual(kept(60, false));
  expect(policyOf('max-age=60, public', { vary: '*' })).toBeNull();
  expect(policyOf('max-age=60, public', { vary: 'authorization' })).toBeNull();
});

const directive = fc.oneof(
  fc.constantFrom('public', 'private', 'no-store', 'no-cache', 'must-revalidate', 'PRIVATE', ''),
  fc
    .tuple(fc.constantFrom('max-age', 's-maxage', 'Max-Age'), fc.oneof(fc.nat(), fc.string()))
    .map((pair) => pair.join('=')),
  fc.string(),
);

test('no header whatever is shared that forbids it, nor kept for longer than it says', () => {
  let kinds = 0;
  fc.assert(
    fc.property(fc.array(directive, { maxLength: 4 }), (directives) => {
      const header = directives.join(', ');
      const policy = policyOf(header);
      if (policy === null) return;
      kinds += 1;
      expect(header).not.toMatch(/no-store|no-cache/i);
      if (!policy.isPrivate) expect(header.toLowerCase()).not.toMatch(/(^|,)\s*private\s*(,|$)/);
      const ages = [...header.matchAll(/(?:max-age|s-maxage)\s*=\s*(\d+)/gi)].map(([, age]) => Number(age));
      expect(policy.maxAgeSeconds).toBeGreaterThan(0);
      expect(policy.maxAgeSeconds).toBeLessThanOrEqual(Math.max(...ages));
    }),
    { numRuns: 2000 },
  );
  expect(kinds).toBeGreaterThan(20);
});
