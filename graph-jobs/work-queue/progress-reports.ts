/** A report is a write, which waits for an import that is writing: people who look on need no more than this. */
const APART_MS = 2000;

/** When a worker writes down how far it is. */
export interface ProgressReports {
  /** Writes now, or once the report under way is written. */
  now(): void;
  /** Writes unless that was done a moment ago. */
  soon(): void;
}

/** One report at a time. A report that fails is left to the next one. */
export function progressReports(write: () => Promise<void>, apartMs = APART_MS): ProgressReports {
  let underWay = false;
  let again = false;
  let lastAt = performance.now();
  const now = async () => {
    if (underWay) {
      again = true;
      return;
    }
    underWay = true;
    do {
      again = false;
      lastAt = performance.now();
      await write().catch(() => undefined);
    } while (again);
    underWay = false;
  };
  return {
    now: () => void now(),
    soon: () => {
      if (performance.now() - lastAt >= apartMs) void now();
    },
  };
}
