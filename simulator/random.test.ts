import { Random } from './random.js';

describe('Random', () => {
  test('repeats itself for the same seed and section, and differs between sections and neighbouring seeds', () => {
    const draws = (seed: number, section: string) => {
      const random = new Random(seed, section);
      return [random.next(), random.next(), random.exponential(1)];
    };
    expect(draws(1, 'a')).toEqual(draws(1, 'a'));
    expect(Math.abs(draws(1, 'a')[0]! - draws(1, 'b')[0]!)).toBeGreaterThan(0.001);
    expect(Math.abs(draws(1, 'a')[0]! - draws(2, 'a')[0]!)).toBeGreaterThan(0.001);
  });

  test('draws by weight', () => {
    const random = new Random(1, 'weights');
    const draws = Array.from({ length: 10_000 }, () =>
      random.weighted(['rare', 'often'], (w) => (w === 'rare' ? 1 : 9)),
    );
    const rare = draws.filter((draw) => draw === 'rare').length;
    expect(rare).toBeGreaterThan(800);
    expect(rare).toBeLessThan(1_200);
  });

  test('has a Pareto tail of the exponent asked for', () => {
    const random = new Random(1, 'tail');
    const draws = Array.from({ length: 20_000 }, () => random.pareto(1, 1, 1e6));
    const above = (limit: number) => draws.filter((draw) => draw > limit).length / draws.length;
    expect(above(10)).toBeGreaterThan(0.08);
    expect(above(10)).toBeLessThan(0.12);
    expect(above(100)).toBeGreaterThan(0.006);
    expect(above(100)).toBeLessThan(0.014);
  });
});
