import type { SpreadContext } from './context.js';
import { namedIssueRunId } from './run.reference.js';

/** What a walk found, and in which run. */
export interface Walked<T> {
  readonly found: T;
  readonly runId: string;
}

/**
 * A walk over the newest run of an issue, after the other walks of the request: each may hold many edges. A run that is
 * replaced on the way loses its network, and "no path" would be said of edges that are merely gone: it then walks the
 * newer run. Throws NOT_FOUND and NO_RUN_YET.
 */
export function walkLatestRun<T>(
  issueId: string,
  context: SpreadContext,
  walk: (runId: string) => Promise<T>,
): Promise<Walked<T>> {
  return context.oneAfterAnother(async () => {
    let runId = await namedIssueRunId(issueId, context);
    for (;;) {
      const found = await walk(runId);
      const newest = (await context.store.runs.latest([issueId]))[0]?.id ?? runId;
      if (newest === runId) return { found, runId };
      runId = newest;
    }
  });
}
