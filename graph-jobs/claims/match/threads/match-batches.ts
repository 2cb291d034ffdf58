import type { Claim } from '#domain/claim.js';
import { workerThread } from '#platform/worker-thread.js';
import { ClaimMatcher, type MatchOptions } from '../claim-matcher.js';
import { type MatchedBatch, matchedBatch } from '../matched-batch.js';
import type { TextRow } from '../texts-reader.js';
import { MatcherThread } from './matcher-thread.js';

/** Batches under way for each thread: one that it works on, and one that waits for it. */
const PER_THREAD = 2;

/** What a batch leaves behind is soon swept: a larger nursery only keeps it longer, in each thread. */
const LIMITS = { maxYoungGenerationSizeMb: 12 };

export interface MatchWork {
  readonly claims: readonly Claim[];
  readonly options: MatchOptions;
}

/** Matches batches, and hands the results over in the order in which the batches came. */
export interface MatchBatches {
  add(rows: readonly TextRow[]): void;
  /** Done when more batches may come: what is under way is bounded. */
  room(): Promise<void> | undefined;
  /** Done when all results were handed over. */
  finish(): Promise<void>;
  /** Ends the work at once. */
  stop(): Promise<void>;
}

/** In so many threads beside this one, or, where it is 0, in this one: that changes nothing but the time. */
export function matchBatches(work: MatchWork, threads: number, take: (batch: MatchedBatch) => void): MatchBatches {
  return threads > 0 ? new BatchesInThreads(work, threads, take) : batchesHere(work, take);
}

function batchesHere({ claims, options }: MatchWork, take: (batch: MatchedBatch) => void): MatchBatches {
  const matcher = new ClaimMatcher(claims);
  return {
    add: (rows) => take(matchedBatch(matcher, rows, options)),
    room: () => undefined,
    finish: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}

class BatchesInThreads implements MatchBatches {
  readonly #threads: readonly MatcherThread[];
  readonly #take: (batch: MatchedBatch) => void;
  /** Results whose turn has not come, by number of the batch. */
  readonly #done = new Map<number, MatchedBatch>();
  #added = 0;
  #taken = 0;
  #failure: unknown = null;
  #heard = () => {};

  constructor(work: MatchWork, threads: number, take: (batch: MatchedBatch) => void) {
    this.#take = take;
    this.#threads = Array.from(
      { length: threads },
      () =>
        new MatcherThread(
          workerThread('graph-jobs/claims/match/threads/worker.js', { workerData: work, resourceLimits: LIMITS }),
          {
            onResult: (number, batch) => this.#result(number, batch),
            onFailure: (error) => this.#fail(error),
          },
        ),
    );
  }

  add(rows: readonly TextRow[]): void {
    const idlest = this.#threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least));
    idlest.post(this.#added, rows);
    this.#added += 1;
  }

  room(): Promise<void> | undefined {
    return this.#underWayAtMost(PER_THREAD * this.#threads.length);
  }

  async finish(): Promise<void> {
    await this.#underWayAtMost(0);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  async #underWayAtMost(most: number): Promise<void> {
    while (this.#failure === null && this.#added - this.#taken > most)
      await new Promise<void>((heard) => {
        this.#heard = heard;
      });
    if (this.#failure !== null) throw this.#failure;
  }

  #result(number: number, batch: MatchedBatch): void {
    this.#done.set(number, batch);
    try {
      for (let next = this.#done.get(this.#taken); next !== undefined; next = this.#done.get(this.#taken)) {
        this.#done.delete(this.#taken);
        this.#taken += 1;
        this.#take(next);
      }
    } catch (error) {
      this.#failure ??= error;
    }
    this.#heard();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#heard();
  }
}
