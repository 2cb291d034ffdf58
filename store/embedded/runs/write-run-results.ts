import { orderValues } from '#domain/cascade-order.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { evidenceKeptOf } from '#domain/finding.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunResults } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import type { Database } from '../database.js';
import { ADD_CASCADE, cascadeRow } from './cascade-rows.js';
import { dropNetwork } from './drop-network.js';
import { ResultsWriter } from './results-writer.js';
import { runKey } from './run-key.js';
import { writeSlices } from './slices.js';
import { writeFindings } from './write-findings.js';
import { writeNetwork } from './write-network.js';

/** Networks of the issue that stand besides the one at hand are all dropped but the newest that can be read. */
const SUPERSEDED = `SELECT id FROM run WHERE issue_id = (SELECT issue_id FROM run WHERE id = ?1) AND id <> ?1
  AND id <> coalesce((SELECT n.id FROM run n WHERE n.issue_id = run.issue_id AND n.state = 'DONE' AND n.spread_kept = 1
    AND n.id <> ?1 ORDER BY n.started_at DESC, n.name DESC LIMIT 1), 0)`;

/** Replaces what the run left behind before, so that doing it twice is doing it once. The caller puts the run as DONE. */
export async function writeRunResults(
  database: Database,
  run: Run,
  results: RunResults,
  onProgress: ProgressListener | undefined,
): Promise<void> {
  const key = runKey(database, run.id);
  if (key === null)
    throw new CodedError('NOT_FOUND', `there is no run ${run.id}`, { at: 'run', hint: 'put the run first' });
  const total = rowsOf(results);
  let done = 0;
  const onRows = (rows: number) => {
    done = Math.min(done + rows, total);
    onProgress?.(done, total);
  };
  onRows(0);
  for (const { id } of database.all<{ id: number }>(SUPERSEDED, key)) await dropSuperseded(database, id);
  const writer = ResultsWriter.takeOver(database, key);
  await dropNetwork(writer);
  writer.transaction(() => writeDocument(database, key, results));
  await writeNetwork(database, writer, results.network, onRows);
  const add = database.prepare(ADD_CASCADE);
  await writeSlices(writer, results.cascades, (cascade) => {
    const { details, ...shape } = cascade;
    add.run(...cascadeRow(key, shape, details && JSON.stringify(details), orderValues(cascade)));
  });
  await writeFindings(database, writer, results.groups, onRows);
  writer.finish();
  onProgress?.(total, total);
}

/** Rows to write, by what is known beforehand: cascades are few beside the edges, and made as they are written. */
function rowsOf({ network, groups }: RunResults): number {
  const evidence = groups.reduce((sum, group) => sum + evidenceKeptOf(group), 0);
  return Math.max(1, network.accounts.length + 2 * network.source.length + evidence);
}

function writeDocument(database: Database, key: number, { document }: RunResults): void {
  database.run('INSERT OR REPLACE INTO run_document VALUES (?, ?)', key, JSON.stringify(document));
  for (const community of document.communities)
    database.run('INSERT INTO run_community VALUES (?, ?, ?)', key, community.number, JSON.stringify(community));
}

/** A run that is being executed, or is taken up again meanwhile, keeps what it writes. */
async function dropSuperseded(database: Database, key: number): Promise<void> {
  const writer = ResultsWriter.takeIdle(database, key);
  if (writer === null) return;
  try {
    await dropNetwork(writer);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'RUN_IN_PROGRESS') throw error;
  }
}
