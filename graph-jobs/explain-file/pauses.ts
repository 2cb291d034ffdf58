import { setImmediate as breathe } from 'node:timers/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';

const STEPS = 1 << 12;
const BREATHE_MS = 50;

export interface Watched {
  readonly onProgress?: ProgressListener;
  readonly signal?: AbortSignal;
}

/** Tells how far a long work is, and lets a signal be heard, which nobody hears while a loop goes on. */
export class Pauses {
  #steps = 0;
  #breathedAt = performance.now();

  constructor(private readonly watched: Watched) {}

  /** Whether it is time to pause: asked at every step, so that it costs next to nothing. */
  get due(): boolean {
    this.#steps += 1;
    return this.#steps % STEPS === 0 && performance.now() - this.#breathedAt > BREATHE_MS;
  }

  /** Throws STOPPED when that was asked for. */
  async pause(done: number, total: number): Promise<void> {
    this.watched.onProgress?.(done, total);
    await breathe();
    this.#breathedAt = performance.now();
    if (this.watched.signal?.aborted)
      throw new CodedError('STOPPED', 'the explaining of groups was stopped on request', {
        at: 'explain',
        hint: 'nothing was written; run it again',
      });
  }
}
