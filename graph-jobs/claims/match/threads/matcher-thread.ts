import type { Worker } from 'node:worker_threads';
import type { MatchedBatch } from '../matched-batch.js';
import type { TextRow } from '../texts-reader.js';

export interface MatcherThreadListener {
  readonly onResult: (number: number, batch: MatchedBatch) => void;
  readonly onFailure: (error: unknown) => void;
}

/** One thread that matches batches, in the order in which it was given them. */
export class MatcherThread {
  readonly #worker: Worker;
  /** Numbers of the batches that it was given and has not answered. */
  readonly #under: number[] = [];

  constructor(worker: Worker, { onResult, onFailure }: MatcherThreadListener) {
    this.#worker = worker;
    worker.on('message', (batch: MatchedBatch) => onResult(this.#under.shift()!, batch));
    worker.once('error', onFailure);
  }

  get waiting(): number {
    return this.#under.length;
  }

  post(number: number, rows: readonly TextRow[]): void {
    this.#under.push(number);
    this.#worker.postMessage(rows);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
