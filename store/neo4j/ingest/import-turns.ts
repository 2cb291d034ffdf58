import { setTimeout as pause } from 'node:timers/promises';

/** The answer of a transaction that has let go of its locks is on its way. */
const ANSWER_MS = 5_000;

class NoAnswer extends Error {}

export interface Turn {
  /** To be called once the transaction has the lock of the import. */
  locked(): void;
  /** Until the batch before is written, which comes ahead of whatever this one writes. */
  written(): Promise<void>;
}

/**
 * The order of the batches of an import. The transaction of a batch is begun as soon as the one before has the lock of the
 * import: it waits for that lock in the server, with its reads behind it, and has them answered the moment the one before
 * is committed. It writes nothing before that is known here.
 */
export class ImportTurns {
  readonly #locks = new Map<number, Promise<void>>();

  async take<T>(importId: number, before: Promise<unknown> | undefined, work: (turn: Turn) => Promise<T>): Promise<T> {
    const lockedBefore = this.#locks.get(importId);
    let locked!: () => void;
    const lock = new Promise<void>((resolve) => {
      locked = resolve;
    });
    this.#locks.set(importId, lock);
    try {
      if (before === undefined) return await work({ locked, written: async () => undefined });
      return await behind(before, lockedBefore, locked, work);
    } finally {
      locked();
      if (this.#locks.get(importId) === lock) this.#locks.delete(importId);
    }
  }
}

async function behind<T>(
  before: Promise<unknown>,
  lockedBefore: Promise<void> | undefined,
  locked: () => void,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  let isWritten = false;
  const written = before.then(() => {
    isWritten = true;
  });
  await Promise.race([lockedBefore ?? written, written]);
  try {
    return await work({ locked, written: () => inTime(written) });
  } catch (error) {
    // It has the lock while the one before has to do its transaction again, or waited for it too long.
    if (isWritten && !(error instanceof NoAnswer)) throw error;
  }
  await written;
  return work({ locked, written: async () => undefined });
}

async function inTime(written: Promise<void>): Promise<void> {
  const late = new AbortController();
  const limit = pause(ANSWER_MS, undefined, { signal: late.signal }).then(() => {
    throw new NoAnswer();
  });
  try {
    await Promise.race([written, limit]);
  } finally {
    late.abort();
    limit.catch(() => undefined);
  }
}
