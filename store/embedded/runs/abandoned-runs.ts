import { CodedError } from '#domain/errors/coded-error.js';
import { ABANDONED } from '../../runs/abandoned-run.js';
import type { Database } from '../database.js';
import { dropNetwork } from './drop-network.js';
import { ResultsWriter } from './results-writer.js';

const ABANDONED_RUNS = "SELECT id, name FROM run WHERE state = 'RUNNING' AND started_at < ?";
const FAIL = `UPDATE run SET state = 'FAILED', error = ?, finished_at = ?
  WHERE id = ? AND state = 'RUNNING' AND started_at < ?`;

/** FAILED last: whoever is killed in between has them found again. */
export async function dropAbandoned(database: Database, startedBefore: number): Promise<string[]> {
  const dropped: string[] = [];
  for (const { id, name } of database.all<{ id: number; name: string }>(ABANDONED_RUNS, startedBefore)) {
    const writer = ResultsWriter.takeAbandoned(database, id, startedBefore);
    if (writer !== null && (await dropOne(writer, startedBefore))) dropped.push(name);
  }
  return dropped;
}

/** False where somebody has begun to write its results meanwhile. */
async function dropOne(writer: ResultsWriter, startedBefore: number): Promise<boolean> {
  try {
    await dropNetwork(writer);
    const fail = (database: Database) => database.run(FAIL, ABANDONED, Date.now(), writer.runKey, startedBefore);
    return writer.transaction(fail).changes > 0;
  } catch (error) {
    if (error instanceof CodedError && error.code === 'RUN_IN_PROGRESS') return false;
    throw error;
  }
}
