import fc from 'fast-check';
import { sortActions, sortActionsInPlace } from './sort-actions.js';

const row = fc.record({ object: fc.nat(5), time: fc.integer({ min: 0, max: 2 ** 40 }), few: fc.nat(3) });

const sorting = fc.constantFrom(sortActions, sortActionsInPlace);

test('orders by object, then time, then as they came', () => {
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom('ties', 'seconds', 'any'), sorting, (rows, times, sort) => {
      const time = rows.map(({ time, few }) =>
        times === 'ties' ? few : times === 'any' ? time : time - (time % 1000),
      );
      const sorted = sort({
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
