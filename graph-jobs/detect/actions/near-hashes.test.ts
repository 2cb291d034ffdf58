import fc from 'fast-check';
import { MOST_BITS_APART, nearHashes } from './near-hashes.js';

const hex = (hash: bigint) => hash.toString(16).padStart(16, '0');

function bitsApart(one: string, other: string): number {
  const differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return Array.from(differing.toString(2)).filter((bit) => bit === '1').length;
}

/** Some pictures and copies of them with a few bits changed, anywhere. */
const hashes = fc
  .array(
    fc.tuple(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), fc.array(fc.uniqueArray(fc.nat(63), { maxLength: 9 }))),
    {
      maxLength: 5,
    },
  )
  .map((pictures) =>
    pictures.flatMap(([hash, copies]) => [
      hash,
      ...copies.map((bits) => bits.reduce((h, bit) => h ^ (1n << BigInt(bit)), hash)),
    ]),
  )
  .map((all) => Array.from(new Set(all.map(hex))));

test('equals looking at every pair', () => {
  fc.assert(
    fc.property(hashes, (all) => {
      const centres: string[] = [];
      const expected = all.map((hash) => {
        const centre = centres.find((other) => bitsApart(hash, other) <= MOST_BITS_APART);
        if (centre === undefined) centres.push(hash);
        return [hash, centre ?? hash] as const;
      });
      expect(Array.from(nearHashes(all))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('every way to change six bits is found, and none of seven', () => {
  const picture = 0x0f1e2d3c4b5a6978n;
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(63), { minLength: 6, maxLength: 7 }), (bits) => {
      const copy = hex(bits.reduce((hash, bit) => hash ^ (1n << BigInt(bit)), picture));
      expect(nearHashes([hex(picture), copy]).get(copy)).toBe(bits.length === 6 ? hex(picture) : copy);
    }),
  );
});

test('a chain of small steps does not join what is far apart', () => {
  const chain = [0n, 0b111111n, 0b111111111111n, 0b111111111111111111n].map(hex);
  expect(Array.from(nearHashes(chain).values())).toEqual([chain[0], chain[0], chain[2], chain[2]]);
});
