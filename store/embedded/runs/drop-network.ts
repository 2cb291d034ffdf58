import type { ResultsWriter } from './results-writer.js';
import { dropRows } from './slices.js';

const NETWORK_TABLES: readonly [table: string, key: readonly string[]][] = [
  ['run_member', ['community', 'rank']],
  ['run_amplified_by', ['account_id', 'rank']],
  ['run_amplifies', ['account_id', 'rank']],
  ['run_cascade', ['size', 'root_id']],
  ['run_community', ['number']],
];

/** All that is dropped when another run of the issue takes its place: findings stay. */
export async function dropNetwork(writer: ResultsWriter): Promise<void> {
  for (const [table, columns] of NETWORK_TABLES) await dropRows(writer, table, columns);
}
