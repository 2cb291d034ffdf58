import { setTimeout as pause } from 'node:timers/promises';
import { type Foresight, Misjudged } from './foresight.js';
import type { ReadyBatch } from './ready-batch.js';

/** The answer of a transaction that has let go of its locks is on its way. */
const ANSWER_MS = 5_000;

/** It has the lock while the batch before has to do its transaction again, or waited for that one's answer too long. */
class OutOfTurn extends Error {}

export interface Turn {
  /** To be called once the transaction has the lock of the import. */
  locked(): void;
  /**
   * Until the batch before is written, which comes ahead of whatever this one commits. `lastBatch` is the last one that is
   * committed, read under the lock: where that is an earlier one, the lock is let go of at once.
   */
  written(lastBatch: string | null): Promise<void>;
  /** What the batch before tells this one. Told once: a second try goes by what it reads itself. */
  foretold(): Promise<Foresight>;
  /** The batch behind this one, where it is known already. */
  next(): Waiting | null;
}

export interface Waiting {
  readonly batch: ReadyBatch;
  tell(foresight: Foresight): void;
}

/**
 * The order of the batches of an import. The transaction of a batch is begun as soon as the one before has the lock of the
 * import: it waits for that lock in the server, with its reads behind it, and has them answered the moment the one before
 * is committed. It commits nothing before that is known here.
 */
export class ImportTurns {
  readonly #last = new Map<number, Place>();

  async take<T>(
    importId: number,
    batch: ReadyBatch,
    before: Promise<unknown> | undefined,
    work: (turn: Turn) => Promise<T>,
  ): Promise<T> {
    const ahead = this.#last.get(importId);
    const place = new Place(batch);
    this.#last.set(importId, place);
    try {
      if (before === undefined) return await work(place.turn(async () => undefined));
      if (ahead !== undefined) ahead.next = place;
      return await behind(before, ahead, place, work);
    } finally {
      place.locked();
      if (this.#last.get(importId) === place) this.#last.delete(importId);
    }
  }
}

/** Where a batch stands in the order of its import. */
class Place implements Waiting {
  readonly batch: ReadyBatch;
  next: Place | null = null;
  readonly lock: Promise<void>;
  locked!: () => void;
  tell!: (foresight: Foresight) => void;
  #foretold: Promise<Foresight>;

  constructor(batch: ReadyBatch) {
    this.batch = batch;
    this.lock = new Promise((resolve) => {
      this.locked = resolve;
    });
    this.#foretold = new Promise((resolve) => {
      this.tell = resolve;
    });
  }

  turn(written: Turn['written']): Turn {
    const foretold = () => {
      const told = this.#foretold;
      this.#foretold = new Promise(() => undefined);
      return told;
    };
    return { locked: this.locked, written, foretold, next: () => this.next };
  }
}

async function behind<T>(
  before: Promise<unknown>,
  ahead: Place | undefined,
  place: Place,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  let isWritten = false;
  const written = before.then(() => {
    isWritten = true;
  });
  await Promise.race([ahead?.lock ?? written, written]);
  const inTurn = async (lastBatch: string | null) => {
    if (!isWritten && ahead !== undefined && lastBatch !== ahead.batch.id) throw new OutOfTurn();
    await inTime(written);
  };
  try {
    return await work(place.turn(inTurn));
  } catch (error) {
    if (isWritten && !(error instanceof OutOfTurn) && !(error instanceof Misjudged)) throw error;
  }
  await written;
  return work(place.turn(async () => undefined));
}

async function inTime(written: Promise<void>): Promise<void> {
  const late = new AbortController();
  const limit = pause(ANSWER_MS, undefined, { signal: late.signal }).then(() => {
    throw new OutOfTurn();
  });
  try {
    await Promise.race([written, limit]);
  } finally {
    late.abort();
    limit.catch(() => undefined);
  }
}
