import { setTimeout as pause } from 'node:timers/promises';
import { Neo4jError } from 'neo4j-driver';

/** As the driver words it where the signs of life of a connection stopped: to the caller it is the same. */
const SILENT = "Server didn't respond in time";

/** The answer, or the error of a lost connection when it does not come in time. */
export async function inTime<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  const over = new AbortController();
  const deadline = pause(milliseconds, undefined, { signal: over.signal }).then(() => {
    throw new Neo4jError(SILENT, 'ServiceUnavailable', '', '');
  });
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    over.abort();
    deadline.catch(() => undefined);
  }
}
