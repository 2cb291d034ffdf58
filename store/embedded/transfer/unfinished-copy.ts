import { CodedError } from '#domain/errors/coded-error.js';
import type { CopyCheckpoint } from '#domain/ports/transfer-store.js';
import type { Database } from '../database.js';

const KEY = 'unfinished copy';

export function readCheckpoint(database: Database): CopyCheckpoint | null {
  const row = database.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY);
  return row === undefined ? null : (JSON.parse(row.value) as CopyCheckpoint);
}

/** Inside a transaction. */
export function writeCheckpoint(database: Database, checkpoint: CopyCheckpoint | null): void {
  if (checkpoint === null) database.run('DELETE FROM meta WHERE key = ?', KEY);
  else database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', KEY, JSON.stringify(checkpoint));
}

/** Throws COPY_UNFINISHED: half of a store answers wrong, and what is written to it would get in the way of the rest. */
export function refuseUnfinishedCopy(database: Database): void {
  if (readCheckpoint(database) === null) return;
  throw new CodedError('COPY_UNFINISHED', 'this store holds part of a copy from another one', {
    at: database.file,
    hint: 'finish it: "jejaring copy --from neo4j --to embedded --resume"; or move the file away',
  });
}
