import fc from 'fast-check';
import { sortActions } from './sort-actions.js';

const row = fc.record({ object: fc.nat(5), time: fc.integer({ min: 0, max: 2 ** 40 }), few: fc.nat(3) });

test('orders by object, then time, then as they came', () => {
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), (rows, ties) => {
      const time = rows.map((one) => (ties ? one.few : one.time));
      const sorted = sortActions({
        behaviour: 'CO_LINK',
        length: rows.length,
        account: Uint32Array.from(rows.keys()),
        object: Uint32Array.from(rows, ({ object }) => object),
        time: Float64Array.from(time),
        mention: Uint32Array.from(rows.keys()),
        accountCount: rows.length,
        objectCount: 6,
      });
      const expected = Array.from(rows.keys()).sort(
        (a, b) => rows[a]!.object - rows[b]!.object || time[a]! - time[b]! || a - b,
      );
      expect(Array.from(sorted.mention)).toEqual(expected);
      expect(Array.from(sorted.account)).toEqual(expected);
      expect(Array.from(sorted.time)).toEqual(expected.map((i) => time[i]));
      for (let object = 0; object < 6; object++) {
        const own = sorted.object.subarray(sorted.objectStart[object], sorted.objectStart[object + 1]);
        expect(own.length).toBe(rows.filter((one) => one.object === object).length);
        expect(own.every((code) => code === object)).toBe(true);
      }
    }),
  );
});
