import type { Logger } from './logger.js';
import { stopTracing } from './tracing/spans.js';

/** Closes a service on SIGTERM or SIGINT (Ctrl-C) and then resolves; a second signal ends the process at once. */
export function untilStopped(log: Logger, close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (signal: NodeJS.Signals) => {
      for (const name of ['SIGTERM', 'SIGINT'] as const) process.off(name, stop);
      log.info({ signal }, 'stopping: requests under way may end');
      close().finally(stopTracing).then(resolve, reject);
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  });
}
