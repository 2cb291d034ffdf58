import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

test('keys come sorted at every depth and undefined fields are left out', () => {
  expect(canonicalJson({ b: [{ z: 1, a: null }], a: { d: undefined, c: 'x' } })).toBe(
    '{"a":{"c":"x"},"b":[{"a":null,"z":1}]}',
  );
});

test('the order in which fields were set does not show, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
      const reversed = Object.fromEntries(Object.entries(fields).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(fields));
      expect(JSON.parse(canonicalJson(fields))).toEqual(JSON.parse(JSON.stringify(fields)));
    }),
  );
});

test('refuses what JSON would silently turn into null', () => {
  expect(() => canonicalJson({ mean: Number.NaN })).toThrow(RangeError);
});
