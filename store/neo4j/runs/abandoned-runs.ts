import { CodedError } from '#domain/errors/coded-error.js';
import { ABANDONED } from '../../runs/abandoned-run.js';
import type { Neo4jConnection } from '../connection.js';
import { ABANDONED_RUNS, FAIL_ABANDONED } from './abandoned-runs.cypher.js';
import { dropNetwork } from './drop-results.js';
import { ResultsWriter } from './results-writer.js';

/** FAILED last: whoever is killed in between has them found again. */
export async function dropAbandoned(connection: Neo4jConnection, startedBefore: number): Promise<string[]> {
  const dropped: string[] = [];
  for (const { id } of await connection.read<{ id: string }>(ABANDONED_RUNS, { startedBefore })) {
    const writer = await ResultsWriter.takeAbandoned(connection, id, startedBefore);
    if (writer !== null && (await dropOne(writer, id, startedBefore))) dropped.push(id);
  }
  return dropped;
}

/** False where somebody has begun to write its results meanwhile. */
async function dropOne(writer: ResultsWriter, runId: string, startedBefore: number): Promise<boolean> {
  const failed = { runId, startedBefore, error: ABANDONED, now: Date.now() };
  try {
    await dropNetwork(writer);
    return (await writer.transaction((cypher) => cypher.run(FAIL_ABANDONED, failed))).length > 0;
  } catch (error) {
    if (error instanceof CodedError && error.code === 'RUN_IN_PROGRESS') return false;
    throw error;
  }
}
