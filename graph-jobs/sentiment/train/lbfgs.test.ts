import fc from 'fast-check';
import { minimise } from './lbfgs.js';
import { softmaxLoss } from './softmax-loss.js';
import type { TextMatrix } from './text-matrix.js';

test('finds the least value of a bowl, wherever it begins', () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, fc.double({ min: 0.1, max: 20, noNaN: true })), { minLength: 1 }),
      (of) => {
        const point = Float64Array.from(of, ([start]) => start);
        const loss = (at: Float64Array, gradient: Float64Array) =>
          of.reduce((sum, [, least, steepness], i) => {
            gradient[i] = 2 * steepness * (at[i]! - least);
            return sum + steepness * (at[i]! - least) ** 2;
          }, 0);
        minimise(loss, point, 200, 1e-14);
        for (const [i, [, least]] of of.entries()) expect(point[i]).toBeCloseTo(least, 2);
      },
    ),
  );
});

const matrix: TextMatrix = {
  labels: Uint8Array.of(0, 1, 2, 0),
  ends: Uint32Array.of(2, 3, 5, 5),
  buckets: Uint32Array.of(0, 1, 1, 0, 2),
  values: Float32Array.of(0.5, 0.25, 1, 0.75, 0.5),
};

test('the gradient is the slope of the loss', () => {
  const weights = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(weights, fc.nat(11), (of, at) => {
      const gradient = new Float64Array(12);
      const unused = new Float64Array(12);
      const moved = (by: number) =>
        softmaxLoss(
          matrix,
          0.3,
          Float64Array.from(of, (w, i) => (i === at ? w + by : w)),
          unused,
        );
      softmaxLoss(matrix, 0.3, Float64Array.from(of), gradient);
      expect(gradient[at]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 5);
    }),
  );
});
