import { CodedError } from '#domain/errors/coded-error.js';
import type { CopyCheckpoint, CopyStep } from '#domain/ports/transfer-store.js';
import { isToBeMade, textOf } from '../../copy-step.js';
import type { Database } from '../database.js';

const KEY = 'unfinished copy';

export function readCheckpoint(database: Database): CopyCheckpoint | null {
  const kept = readKept(database);
  return kept === null ? null : (JSON.parse(kept) as CopyCheckpoint);
}

/** Inside a transaction. False where the step was made before. Throws COPY_IN_PROGRESS. */
export function makeStep(database: Database, step: CopyStep): boolean {
  if (!isToBeMade(readKept(database), step, database.file)) return false;
  database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', KEY, textOf(step.to));
  return true;
}

/** Inside a transaction. */
export function endCopy(database: Database): void {
  database.run('DELETE FROM meta WHERE key = ?', KEY);
}

function readKept(database: Database): string | null {
  return database.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY)?.value ?? null;
}

/** Throws COPY_UNFINISHED: half of a store answers wrong, and what is written to it would get in the way of the rest. */
export function refuseUnfinishedCopy(database: Database): void {
  if (readCheckpoint(database) === null) return;
  throw new CodedError('COPY_UNFINISHED', 'this store holds part of a copy from another one', {
    at: database.file,
    hint: 'finish it: "jejaring copy --from neo4j --to embedded --resume"; or move the file away',
  });
}
