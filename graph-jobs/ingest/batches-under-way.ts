import type { ImportCheckpoint } from '#domain/ports/ingest-store.js';
import type { ParsedRow } from './formats/parsed-row.js';

type Write = (
  batch: readonly ParsedRow[],
  bytesRead: number,
  before: Promise<ImportCheckpoint>,
) => Promise<ImportCheckpoint>;

/**
 * The batches that the store has in hand, two at most: while one is written, the store makes the next one ready and the
 * rows of the one after that are read.
 */
export class BatchesUnderWay {
  readonly #write: Write;
  #oneButLast: Promise<unknown> = Promise.resolve();
  #last: Promise<ImportCheckpoint>;

  constructor(begun: ImportCheckpoint, write: Write) {
    this.#write = write;
    this.#last = Promise.resolve(begun);
  }

  /** Until the store takes another batch. Throws what kept it from writing one. */
  async room(): Promise<void> {
    await this.#oneButLast;
  }

  add(batch: readonly ParsedRow[], bytesRead: number): void {
    this.#oneButLast = this.#last;
    this.#last = this.#write(batch, bytesRead, this.#last);
    // Its failure is heard where it is awaited.
    this.#last.catch(() => undefined);
  }

  async all(): Promise<void> {
    await this.#last;
  }
}
