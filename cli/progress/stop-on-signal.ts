import { sayBesideProgress } from './progress-bar.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** What a signal does that was asked for last. */
let listening: (() => void) | null = null;

/** From now on a signal ends the process at once: for work that yields to nobody and has written nothing. */
export function stopAtOnce(): void {
  if (listening !== null) for (const name of SIGNALS) process.off(name, listening);
  listening = null;
}

/**
 * A signal that Ctrl-C or SIGTERM aborts, after telling what is going on. The second one ends the process at once, which
 * is safe too.
 */
export function stopOnSignal(notice: string): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    for (const name of SIGNALS) process.off(name, stop);
    sayBesideProgress(notice);
    controller.abort();
  };
  listening = stop;
  for (const name of SIGNALS) process.on(name, stop);
  return controller.signal;
}
