import type { SentimentFigures } from '#domain/issue-sentiment.js';
import { SENTIMENTS, type Sentiment } from '#domain/sentiment.js';
import { effectiveNumber, shareWithBand } from './share-band.js';

/** Counts the texts of a bucket, or of all time, with how many each account wrote. Taken out, it begins anew. */
export class OpinionCounts {
  readonly #byAccount: Uint32Array;
  readonly #writers: number[] = [];
  #counts = SENTIMENTS.map(() => 0);
  #abstained = 0;

  constructor(accounts: number) {
    this.#byAccount = new Uint32Array(accounts);
  }

  /** `code` is that of MentionColumns.sentiment. */
  add(account: number, code: number): void {
    if (code >= SENTIMENTS.length) {
      this.#abstained += 1;
      return;
    }
    if (this.#byAccount[account] === 0) this.#writers.push(account);
    this.#byAccount[account]! += 1;
    this.#counts[code]! += 1;
  }

  take(): SentimentFigures {
    const counts = this.#counts;
    const judged = counts.reduce((sum, count) => sum + count, 0);
    let squares = 0;
    for (const account of this.#writers) squares += this.#byAccount[account]! ** 2;
    const effective = effectiveNumber(judged, squares);
    const shares = SENTIMENTS.map((label, i) => [label, shareWithBand(counts[i]!, judged, effective)] as const);
    const figures = {
      judged,
      abstained: this.#abstained,
      accounts: this.#writers.length,
      effective: Number(effective.toFixed(1)),
      shares: judged === 0 ? null : (Object.fromEntries(shares) as Record<Sentiment, (typeof shares)[number][1]>),
    };
    this.#clear();
    return figures;
  }

  #clear(): void {
    for (const account of this.#writers) this.#byAccount[account] = 0;
    this.#writers.length = 0;
    this.#counts = SENTIMENTS.map(() => 0);
    this.#abstained = 0;
  }
}
