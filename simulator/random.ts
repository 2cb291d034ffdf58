import { createHash } from 'node:crypto';
import { randomExponential, randomLcg, randomLogNormal } from 'd3-random';

/** Draws of one section of a scenario. Sections have sources of their own, so that a change to one moves no other. */
export class Random {
  /** In [0, 1). */
  readonly next: () => number;
  readonly #exponential: () => number;

  constructor(seed: number, section: string) {
    const digest = createHash('sha256').update(`${seed}:${section}`).digest();
    this.next = randomLcg(digest.readUInt32LE(0) / 2 ** 32);
    this.#exponential = randomExponential.source(this.next)(1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** An integer in [0, count). */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  exponential(mean: number): number {
    return this.#exponential() * mean;
  }

  /** A source of log-normal numbers by their median. */
  logNormal(median: number, sigma: number): () => number {
    return randomLogNormal.source(this.next)(Math.log(median), sigma);
  }

  /** Pareto with P(x > v) = (smallest / v)^exponent, cut at `largest`. */
  pareto(smallest: number, exponent: number, largest: number): number {
    return Math.min(largest, smallest * (1 - this.next()) ** (-1 / exponent));
  }

  /** One of the list by weight. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T {
    let rest = this.next() * list.reduce((sum, item) => sum + weight(item), 0);
    for (const item of list) {
      rest -= weight(item);
      if (rest < 0) return item;
    }
    return list.at(-1)!;
  }
}
