import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { keyedPseudonyms, pseudonymKey } from './pseudonym.js';

const KEY = Buffer.alloc(32, 7);

test('is the first 80 bits of the keyed hash in base 32', () => {
  fc.assert(
    fc.property(fc.string(), (nativeId) => {
      const digest = createHmac('sha256', KEY).update(`x\0${nativeId}`).digest();
      const bits = [...digest.subarray(0, 10)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
      const expected = bits.match(/.{5}/g)!.map((five) => '0123456789abcdefghjkmnpqrstvwxyz'[Number.parseInt(five, 2)]);
      expect(keyedPseudonyms(KEY)('x', nativeId)).toBe(expected.join(''));
    }),
  );
});

test('differs by platform, native id and key', () => {
  const pseudonyms = [
    keyedPseudonyms(KEY)('x', '1'),
    keyedPseudonyms(KEY)('y', '1'),
    keyedPseudonyms(KEY)('x', '2'),
    keyedPseudonyms(Buffer.alloc(32, 8))('x', '1'),
  ];
  expect(new Set(pseudonyms).size).toBe(4);
});

test('the key is made once and can be read by its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-key-'));
  try {
    const key = pseudonymKey(join(folder, 'data'));
    expect(key).toHaveLength(32);
    expect(pseudonymKey(join(folder, 'data'))).toEqual(key);
    expect(statSync(join(folder, 'data', 'pseudonym.key')).mode & 0o077).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
