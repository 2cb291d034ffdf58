import type { CascadeMetrics } from '#domain/cascade.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { evidenceKeptOf } from '#domain/finding.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunResults } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import type { Neo4jConnection } from '../connection.js';
import { cascadeProperties } from './cascade-rows.js';
import { dropNetwork } from './drop-results.js';
import { ResultsWriter, type Slice } from './results-writer.js';
import { writeFindings } from './write-findings.js';
import { writeNetwork } from './write-network.js';
import { ADD_CASCADES, ADD_COMMUNITIES, PUT_DOCUMENT, SUPERSEDED } from './write-run-results.cypher.js';

const ROWS = 5_000;

/** Replaces what the run left behind before, so that doing it twice is doing it once. The caller puts the run as DONE. */
export async function writeRunResults(
  connection: Neo4jConnection,
  { id: runId }: Run,
  results: RunResults,
  onProgress: ProgressListener | undefined,
): Promise<void> {
  const total = rowsOf(results);
  let done = 0;
  const onRows = (rows: number) => {
    done = Math.min(done + rows, total);
    onProgress?.(done, total);
  };
  onRows(0);
  for (const { id } of await connection.read<{ id: string }>(SUPERSEDED, { runId }))
    await dropSuperseded(connection, id);
  const writer = await ResultsWriter.takeOver(connection, runId);
  if (writer === null)
    throw new CodedError('NOT_FOUND', `there is no run ${runId}`, { at: 'run', hint: 'put the run first' });
  await dropNetwork(writer);
  await writeDocument(writer, runId, results);
  onRows(1);
  await writeNetwork(writer, results.network, onRows);
  await writer.write(cascadeSlices(writer.run, runId, results.cascades), () => undefined);
  await writeFindings(writer, runId, results.groups, onRows);
  await writer.finish();
  onProgress?.(total, total);
}

/** Rows to write, by what is known beforehand: cascades are few beside the edges, and made as they are written. */
function rowsOf({ network, groups }: RunResults): number {
  const evidence = groups.reduce((sum, group) => sum + evidenceKeptOf(group), 0);
  return 1 + network.accounts.length + network.source.length + groups.length + evidence;
}

async function writeDocument(writer: ResultsWriter, runId: string, { document }: RunResults): Promise<void> {
  await writer.transaction((cypher) => cypher.run(PUT_DOCUMENT, { runId, document: JSON.stringify(document) }));
  const rows = document.communities.map((community) => ({ number: community.number, body: JSON.stringify(community) }));
  await writer.write(slicesOf(ADD_COMMUNITIES, { run: writer.run, runId }, rows), () => undefined);
}

function* cascadeSlices(run: number, runId: string, cascades: Iterable<CascadeMetrics>): Iterable<Slice> {
  const listed = [...cascades].sort((a, b) => b.size - a.size || (a.rootId < b.rootId ? -1 : 1));
  const rows = listed.map(({ rootId, details, ...shape }, rank) => {
    return { rootId, rank, metrics: cascadeProperties(shape, details && JSON.stringify(details)) };
  });
  yield* slicesOf(ADD_CASCADES, { run, runId }, rows);
}

function* slicesOf(statement: string, parameters: { run: number; runId: string }, rows: unknown[]): Iterable<Slice> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const slice = rows.slice(from, from + ROWS);
    yield { statement, parameters: { ...parameters, rows: slice }, rows: slice.length };
  }
}

/** A run that is being executed, or is taken up again meanwhile, keeps what it writes. */
async function dropSuperseded(connection: Neo4jConnection, runId: string): Promise<void> {
  const writer = await ResultsWriter.takeIdle(connection, runId);
  if (writer === null) return;
  try {
    await dropNetwork(writer);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'RUN_IN_PROGRESS') throw error;
  }
}
