/**
 * P(at least k of the trials succeed), each with a chance of its own: the distribution of the number of successes is
 * built trial by trial (Hong 2013, the direct recursion), everything from k upwards in one place. Only positive numbers
 * are added, so that small tails keep their digits; the work is trials times k.
 */
export function poissonBinomialTail(k: number, chances: readonly number[]): number {
  if (k <= 0) return 1;
  /** Entry s: P(s successes so far); the last entry: P(k or more). */
  const successes = new Float64Array(k + 1);
  successes[0] = 1;
  for (const chance of chances) {
    successes[k] = successes[k]! + successes[k - 1]! * chance;
    for (let s = k - 1; s > 0; s--) successes[s] = successes[s]! * (1 - chance) + successes[s - 1]! * chance;
    successes[0] = successes[0]! * (1 - chance);
  }
  return successes[k]!;
}
