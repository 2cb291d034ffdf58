import type { Database } from '../database.js';

/** The surrogate key of a run, null where there is none. */
export function runKey(database: Database, runId: string): number | null {
  return database.get<{ id: number }>('SELECT id FROM run WHERE name = ?', runId)?.id ?? null;
}
