import { edgeKey, type PairTests } from './pair-tests.js';

/**
 * Of the rows of each behaviour and pair of accounts, the one of the widest window, in the order in which the pairs come
 * first: the evidence of the pair is all within it.
 */
export function widestRows(pairs: PairTests, rows: readonly number[]): number[] {
  const { window } = pairs;
  const widest = new Map<string, number>();
  for (const row of rows) {
    const key = edgeKey(pairs, row);
    if (window[row]! >= window[widest.get(key) ?? row]!) widest.set(key, row);
  }
  return [...widest.values()];
}
