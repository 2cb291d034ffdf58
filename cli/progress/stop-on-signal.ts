import { sayBesideProgress } from './progress-bar.js';

/**
 * A signal that Ctrl-C or SIGTERM aborts, after telling what is going on. The second one ends the process at once, which
 * is safe too.
 */
export function stopOnSignal(notice: string): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop);
    sayBesideProgress(notice);
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  return controller.signal;
}
