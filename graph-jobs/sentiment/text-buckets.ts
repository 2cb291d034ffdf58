import { normalizeSocialText } from '../text/normalize-social-text.js';

/** A text longer than this is weighed by its beginning. */
export const MOST_CHARACTERS = 10_000;

const PIECE = /[\p{L}\p{N}\p{M}_]+|[^\s]/gu;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SPACE = 32;

/** How many buckets there are for words and pairs of words, and for runs of characters, as powers of two. */
export interface BucketShape {
  readonly wordBits: number;
  readonly runBits: number;
  readonly shortestRun: number;
  readonly longestRun: number;
}

/**
 * What a text is made of, as counts in hashed buckets (Weinberger et al. 2009): its words, pairs of words that follow one
 * another, and runs of characters within words. No string is made for any of them, and no vocabulary is kept: two that share
 * a bucket share a weight.
 */
export class TextBuckets {
  /** The different buckets of the text, those of words before those of runs. */
  buckets = new Uint32Array(1 << 10);
  length = 0;
  /** How many of them are of words. */
  words = 0;
  /** Times that each bucket came in the text, by bucket. */
  readonly times: Uint16Array;
  readonly #shape: BucketShape;
  readonly #wordMask: number;
  readonly #runMask: number;

  constructor(shape: BucketShape) {
    this.#shape = shape;
    this.#wordMask = (1 << shape.wordBits) - 1;
    this.#runMask = (1 << shape.runBits) - 1;
    this.times = new Uint16Array(bucketCount(shape));
  }

  /** What was read before is forgotten. */
  read(text: string): void {
    for (let i = 0; i < this.length; i++) this.times[this.buckets[i]!] = 0;
    this.length = 0;
    const pieces = normalizeSocialText(text.slice(0, MOST_CHARACTERS)).match(PIECE) ?? [];
    let before = FNV_BASIS;
    for (const piece of pieces) {
      const hash = hashOf(piece);
      this.#add(mixed(hash) & this.#wordMask);
      this.#add(mixed(Math.imul(before, 31) + hash) & this.#wordMask);
      before = hash;
    }
    this.words = this.length;
    for (const piece of pieces) this.#runsOf(piece);
  }

  /** Runs of the piece with a space before and behind it. */
  #runsOf(piece: string): void {
    const { shortestRun, longestRun } = this.#shape;
    const first = this.#wordMask + 1;
    const end = piece.length + 1;
    for (let start = -1; start < end; start++) {
      let hash = FNV_BASIS;
      const last = Math.min(end, start + longestRun - 1);
      for (let at = start; at <= last; at++) {
        const unit = at < 0 || at === piece.length ? SPACE : piece.charCodeAt(at);
        if (at === end) break;
        hash = Math.imul(hash ^ unit, FNV_PRIME);
        if (at - start + 1 >= shortestRun) this.#add(first + (mixed(hash) & this.#runMask));
      }
    }
  }

  #add(bucket: number): void {
    const times = this.times[bucket]!;
    if (times === 0) {
      if (this.length === this.buckets.length) {
        const larger = new Uint32Array(this.length * 2);
        larger.set(this.buckets);
        this.buckets = larger;
      }
      this.buckets[this.length++] = bucket;
    }
    if (times < 0xffff) this.times[bucket] = times + 1;
  }
}

export function bucketCount({ wordBits, runBits }: BucketShape): number {
  return (1 << wordBits) + (1 << runBits);
}

function hashOf(piece: string): number {
  let hash = FNV_BASIS;
  for (let i = 0; i < piece.length; i++) hash = Math.imul(hash ^ piece.charCodeAt(i), FNV_PRIME);
  return hash;
}

/** The finisher of MurmurHash3: every bit of the result hangs on every bit of the hash. */
function mixed(hash: number): number {
  let mix = hash;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
