import type { TextBuckets } from './text-buckets.js';

/** A rarity is kept in a byte; this is one unit of it. */
export const RARITY_UNIT = 1 / 24;

/**
 * The weight of each bucket of a text that was read, into `into`: sublinear term frequency times rarity (tf-idf), words and
 * runs each of length one, so that neither outweighs the other in long texts. Buckets of rarity 0 were never met in training.
 */
export function weighText(text: TextBuckets, rarity: Uint8Array, runShare: number, into: Float64Array): void {
  weighPart(text, rarity, 0, text.words, 1, into);
  weighPart(text, rarity, text.words, text.length, runShare, into);
}

function weighPart(
  { buckets, times }: TextBuckets,
  rarity: Uint8Array,
  start: number,
  end: number,
  share: number,
  into: Float64Array,
): void {
  let squares = 0;
  for (let i = start; i < end; i++) {
    const bucket = buckets[i]!;
    const weight = (1 + Math.log(times[bucket]!)) * rarity[bucket]!;
    into[i] = weight;
    squares += weight * weight;
  }
  const scale = squares === 0 ? 0 : share / Math.sqrt(squares);
  for (let i = start; i < end; i++) into[i]! *= scale;
}
