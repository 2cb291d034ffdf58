import fc from 'fast-check';
import { apart, type Box, type Disc, fitted } from './fit.js';

const BOX: Box = { x: 30, y: 100, width: 800, height: 600 };
const inBox = ({ x, y, r }: Disc) =>
  x - r >= BOX.x - 1e-6 &&
  x + r <= BOX.x + BOX.width + 1e-6 &&
  y - r >= BOX.y - 1e-6 &&
  y + r <= BOX.y + BOX.height + 1e-6;
const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('what is laid out fills the box and stays in it', () => {
  const points = fc.array(fc.record({ x: unit, y: unit, r: fc.integer({ min: 1, max: 60 }) }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(points, (given) => {
      const discs = fitted(
        given,
        given.map(({ r }) => r),
        BOX,
      );
      expect(discs.every(inBox)).toBe(true);
    }),
  );
});

test('discs that covered each other no longer do, whatever they were, where they have room', () => {
  const discs = fc.array(
    fc.record({
      x: fc.integer({ min: 60, max: 800 }),
      y: fc.integer({ min: 130, max: 670 }),
      r: fc.integer({ min: 5, max: 25 }),
    }),
    { minLength: 2, maxLength: 25 },
  );
  fc.assert(
    fc.property(discs, (given) => {
      const moved = apart(given, 2, BOX);
      expect(apart(given, 2, BOX)).toEqual(moved);
      expect(moved.every(inBox)).toBe(true);
      for (let i = 0; i < moved.length; i += 1)
        for (let j = 0; j < i; j += 1) {
          const [one, other] = [moved[i]!, moved[j]!];
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r);
        }
    }),
  );
});
