import fc from 'fast-check';
import { IdColumn } from './id-column.js';
import { rankByBytes } from './rank-bytes.js';
import { rankMarkedIds } from './rank-ids.js';

/** What ids look like: numbers of every length, short names, with and without signs that have no symbol, anything else. */
const id = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
  fc.constantFrom('0', '00', '0000000000', '0123456789', '4294967295999999999', '4294967296000000000', '-', '_'),
  fc.constantFrom('1'.repeat(9), '1'.repeat(10), '9'.repeat(19), '1'.repeat(20), `1${'0'.repeat(18)}`, '12345678a0'),
  fc.stringMatching(/^[-\w]{1,11}$/),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

function columnOf(values: readonly string[]): IdColumn {
  const column = new IdColumn();
  for (const value of values) {
    const bytes = Buffer.from(`<${value}>`);
    column.push(bytes, 1, bytes.length - 1);
  }
  return column;
}

test('rows of one id have one code, rows of two have two, and ids come back', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (values) => {
      const { codes, ids } = columnOf(values).encoded();
      expect(ids.length).toBe(new Set(values).size);
      expect(Array.from(codes, (code) => ids.at(code))).toEqual(values);
      expect(Array.from(codes, (code) => ids.byteLength(code))).toEqual(
        values.map((value) => Buffer.byteLength(value)),
      );
    }),
    { numRuns: 500 },
  );
});

test('many more rows than one part holds', () => {
  const values = Array.from({ length: 150_000 }, (_, i) => `${1_000_000_000 + ((i * 7919) % 100_003)}`);
  const { codes, ids } = columnOf(values).encoded();
  expect(ids.length).toBe(100_003);
  expect(values.every((value, row) => ids.at(codes[row]!) === value)).toBe(true);
});

test('one id in all rows', () => {
  const { codes, ids } = columnOf(Array.from({ length: 100_000 }, () => 'the same')).encoded();
  expect([ids.length, ids.at(0), codes.every((code) => code === 0)]).toEqual([1, 'the same', true]);
});

test('ranks follow code points', () => {
  const points = (value: string) => Array.from(value, (char) => char.codePointAt(0)!);
  const byPoint = (one: string, other: string) => {
    const [a, b] = [points(one), points(other)];
    const at = a.findIndex((point, i) => point !== b[i]);
    return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? -1);
  };
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 60 }), fc.nat(3), (values, left) => {
      const { codes, ids } = columnOf(values).encoded();
      const marked = new Uint8Array(ids.length).fill(1);
      for (const code of codes.subarray(0, left)) marked[code] = 0;
      const ranking = rankMarkedIds(ids, marked);
      const expected = values.slice(left).sort(byPoint);
      expect(Array.from(expected, (_, rank) => ranking.ids.at(rank))).toEqual(expected);
      expect(ranking.ids.length).toBe(expected.length);
      values.slice(left).forEach((value, i) => {
        expect(ranking.ids.at(ranking.rank[codes[left + i]!]!)).toBe(value);
      });
    }),
    { numRuns: 300 },
  );
});

test('texts alike for a hundred thousand bytes are ranked by what follows, alike ones by their codes', () => {
  const bytes = Array.from({ length: 40 }, (_, i) => Buffer.from(`${'kata '.repeat(20_000)}${i % 3}`));
  const texts = {
    length: bytes.length,
    at: (code: number) => bytes[code]!.toString(),
    byteLength: (code: number) => bytes[code]!.length,
    copyTo: (code: number, target: Uint8Array, at: number) => at + bytes[code]!.copy(target, at),
  };
  const { rank } = rankByBytes(texts);
  const expected = Array.from(bytes.keys()).sort((a, b) => (a % 3) - (b % 3) || a - b);
  expect(Array.from(rank.keys()).sort((a, b) => rank[a]! - rank[b]!)).toEqual(expected);
});
