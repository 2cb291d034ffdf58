import fc from 'fast-check';
import { HighestScores } from './highest-scores.js';

test('the highest scores of any list, the lower item of equal ones', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (scores, most) => {
      const highest = new HighestScores(most);
      scores.forEach((score, item) => {
        highest.add(item, score);
      });
      const expected = Array.from(scores.keys())
        .sort((a, b) => scores[b]! - scores[a]! || a - b)
        .slice(0, most)
        .sort((a, b) => a - b);
      expect(Array.from(highest.items())).toEqual(expected);
    }),
  );
});
