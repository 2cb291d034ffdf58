import type { RunStore } from '#domain/ports/run-store.js';

/** No run takes a day: its process was killed, and nobody has done the same work again since. */
const LONGEST_RUN_MS = 24 * 3_600_000;

/** Gives the ids of runs that were begun and never ended; what they left half written is gone. */
export function dropAbandonedRuns(runs: RunStore): Promise<readonly string[]> {
  return runs.dropAbandoned(Date.now() - LONGEST_RUN_MS);
}
