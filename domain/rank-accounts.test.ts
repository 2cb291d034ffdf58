import fc from 'fast-check';
import { rankTop } from './rank-accounts.js';

test('largest first, ties by account id, zeros left out', () => {
  const ids = ['d', 'c', 'b', 'a', 'e'];
  expect(rankTop(Uint32Array.of(2, 5, 2, 2, 0), (i) => ids[i]!, 10)).toEqual([1, 3, 2, 0]);
  expect(rankTop(Uint32Array.of(2, 5, 2, 2, 0), (i) => ids[i]!, 2)).toEqual([1, 3]);
  expect(rankTop(new Uint32Array(0), String, 3)).toEqual([]);
});

test('equals sorting everything', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), fc.nat(8), (values, top) => {
      const id = (index: number) => String.fromCharCode(122 - (index % 26)) + index;
      const all = values
        .map((_, index) => index)
        .filter((index) => values[index]! > 0)
        .sort((a, b) => values[b]! - values[a]! || (id(a) < id(b) ? -1 : 1));
      expect(rankTop(Uint32Array.from(values), id, top)).toEqual(all.slice(0, top));
    }),
  );
});
