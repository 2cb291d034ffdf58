import fc from 'fast-check';
import { CodeColumn } from './code-column.js';

const run = fc.record({
  code: fc.oneof(fc.nat(3), fc.constantFrom(0xffff, 0x10000, 0xffffffff)),
  rows: fc.oneof(fc.constant(1), fc.nat(40)),
});
/** More runs than are held before their length counts, long or short. */
const many = fc.constantFrom(1, 3000);

test('gives back the codes of the rows, of long runs and of short ones, wide and narrow', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 30 }), many, (runs, times) => {
      const codes = Array.from({ length: times }, () => runs).flatMap((all) =>
        all.flatMap(({ code, rows }) => new Array<number>(rows).fill(code)),
      );
      const column = new CodeColumn();
      let room = 1 << 11;
      codes.forEach((code, row) => {
        if (row === room) {
          room *= 2;
          column.reserve(room);
        }
        column.put(row, code);
      });
      const taken = column.taken(codes.length);
      expect(taken.length).toBe(codes.length);
      expect(codes.findIndex((code, row) => taken[row] !== code)).toBe(-1);
    }),
    { numRuns: 60 },
  );
});
