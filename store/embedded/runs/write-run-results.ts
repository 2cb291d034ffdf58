import { CodedError } from '#domain/errors/coded-error.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunResults } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import type { Database } from '../database.js';
import { runKey } from './run-key.js';
import { dropRows, writeSlices } from './slices.js';
import { dropFindings, writeFindings } from './write-findings.js';
import { writeNetwork } from './write-network.js';

const NETWORK_TABLES: readonly [table: string, key: readonly string[]][] = [
  ['run_member', ['community', 'amplified', 'account_id']],
  ['run_amplified_by', ['account_id', 'weight', 'other_id']],
  ['run_amplifies', ['account_id', 'weight', 'other_id']],
  ['run_cascade', ['size', 'root_id']],
  ['run_community', ['number']],
];
const ADD_CASCADE = 'INSERT INTO run_cascade VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const STEPS = 5;

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
  await dropNetwork(database, key);
  const reviewed = await dropFindings(database, key);
  onProgress?.(1, STEPS);
  database.transaction(() => writeDocument(database, key, results));
  await writeNetwork(database, key, results.network);
  onProgress?.(2, STEPS);
  const add = database.prepare(ADD_CASCADE);
  await writeSlices(database, results.cascades, (c) => {
    const { rootId, rootAccountId, startedAt, uniqueAccounts, depth, maxBreadth } = c;
    const shape = [c.structuralVirality, c.directShare, c.secondsToHalf];
    add.run(key, c.size, rootId, rootAccountId, startedAt, uniqueAccounts, depth, maxBreadth, ...shape);
  });
  onProgress?.(3, STEPS);
  await writeFindings(database, key, results.groups, reviewed);
  onProgress?.(4, STEPS);
  for (const older of olderRuns(database, key)) await dropNetwork(database, older);
  onProgress?.(STEPS, STEPS);
}

function writeDocument(database: Database, key: number, { document }: RunResults): void {
  database.run('INSERT OR REPLACE INTO run_document VALUES (?, ?)', key, JSON.stringify(document));
  for (const community of document.communities)
    database.run('INSERT INTO run_community VALUES (?, ?, ?)', key, community.number, JSON.stringify(community));
}

function olderRuns(database: Database, key: number): number[] {
  const sql = 'SELECT id FROM run WHERE issue_id = (SELECT issue_id FROM run WHERE id = ?1) AND id <> ?1';
  return database.all<{ id: number }>(sql, key).map(({ id }) => id);
}

async function dropNetwork(database: Database, key: number): Promise<void> {
  for (const [table, columns] of NETWORK_TABLES) await dropRows(database, table, columns, key);
}
