import type { Cypher } from '../connection.js';
import { PASS_NUMBER, TAKE_NUMBERS } from './sequences.cypher.js';

/** The rows, each with a number of its own; those that are stored already keep the one that they have. */
export async function numbered<Row extends object>(
  cypher: Cypher,
  name: string,
  rows: readonly Row[],
): Promise<(Row & { readonly number: number })[]> {
  if (rows.length === 0) return [];
  const [taken] = await cypher.run<{ base: number }>(TAKE_NUMBERS, { name, count: rows.length });
  return rows.map((row, at) => ({ ...row, number: taken!.base + 1 + at }));
}

export async function passNumbers(cypher: Cypher, name: string, numbers: readonly number[]): Promise<void> {
  await cypher.run(PASS_NUMBER, { name, number: numbers.reduce((most, number) => Math.max(most, number), 0) });
}
