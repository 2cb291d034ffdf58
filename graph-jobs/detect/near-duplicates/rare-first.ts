import { sortRange } from './sort-range.js';

/** Bits of a shingle that tell how rare it is; the others are of its hash. */
const CLASS_BITS = 3;
const HASH_BITS = 32 - CLASS_BITS;
/** Most texts that hold a shingle of each class but the last. */
const CLASS_LIMITS = [1, 2, 4, 16, 64, 512, 4096];
const MOST_BUCKETS = 1 << 25;
const MOST_COUNT = 0xffff;

/** Shingles below this are in one text only: they are in common with no other. */
export const FIRST_SHARED = 2 ** HASH_BITS;

/**
 * Puts the shingles of each text in the order of their number, the rarest in the data first, as prefix filtering wants
 * them (Chaudhuri et al. 2006): the class of rarity goes into the upper bits of each, so that one order of numbers serves
 * all texts. Counted in buckets, which may take two shingles for one: an upper bound, and the same for all texts.
 */
export function rareFirst(shingles: Uint32Array, ends: Float64Array): void {
  let buckets = 1 << 10;
  while (buckets < shingles.length && buckets < MOST_BUCKETS) buckets *= 2;
  const mask = buckets - 1;
  const count = new Uint16Array(buckets);
  for (let i = 0; i < shingles.length; i++) {
    const bucket = shingles[i]! & mask;
    if (count[bucket]! < MOST_COUNT) count[bucket]!++;
  }
  const classOfCount = classesByCount();
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i]!;
    shingles[i] = ((classOfCount[count[shingle & mask]!]! << HASH_BITS) | (shingle & (FIRST_SHARED - 1))) >>> 0;
  }
  for (let text = 0; text < ends.length; text++) sortRange(shingles, text === 0 ? 0 : ends[text - 1]!, ends[text]!);
}

function classesByCount(): Uint8Array {
  const classes = new Uint8Array(MOST_COUNT + 1);
  let klass = 0;
  for (let count = 0; count <= MOST_COUNT; count++) {
    if (klass < CLASS_LIMITS.length && count > CLASS_LIMITS[klass]!) klass += 1;
    classes[count] = klass;
  }
  return classes;
}
