import { type BucketShape, bucketCount, TextBuckets } from '../text-buckets.js';
import { RARITY_UNIT, weighText } from '../weighed-text.js';
import type { LabelledText } from './labelled-texts.js';

/** A bucket that fewer texts have says more of those texts than of a sentiment. */
const LEAST_TEXTS = 2;

/** Rarity of each bucket in units of a byte: smoothed inverse document frequency, 0 where too few texts have it. */
export function rarityOf(texts: readonly LabelledText[], shape: BucketShape): Uint8Array {
  const having = new Uint32Array(bucketCount(shape));
  const buckets = new TextBuckets(shape);
  for (const { text } of texts) {
    buckets.read(text);
    for (let i = 0; i < buckets.length; i++) having[buckets.buckets[i]!]! += 1;
  }
  return Uint8Array.from(having, (count) => {
    if (count < LEAST_TEXTS) return 0;
    const rarity = Math.log((1 + texts.length) / (1 + count)) + 1;
    return Math.max(1, Math.min(255, Math.round(rarity / RARITY_UNIT)));
  });
}

/** The weighed buckets of many texts, row by row (compressed sparse rows). */
export interface TextMatrix {
  readonly labels: Uint8Array;
  /** Where the row behind each row starts. */
  readonly ends: Uint32Array;
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
}

export function textMatrix(
  texts: readonly LabelledText[],
  shape: BucketShape,
  rarity: Uint8Array,
  runShare: number,
): TextMatrix {
  const text = new TextBuckets(shape);
  const ends = new Uint32Array(texts.length);
  const rows = texts.map((row, at) => {
    text.read(row.text);
    const weights = new Float64Array(text.length);
    weighText(text, rarity, runShare, weights);
    const kept = [...weights.keys()].filter((i) => weights[i] !== 0);
    ends[at] = (at === 0 ? 0 : ends[at - 1]!) + kept.length;
    return { buckets: kept.map((i) => text.buckets[i]!), values: kept.map((i) => weights[i]!) };
  });
  const buckets = new Uint32Array(ends.at(-1) ?? 0);
  const values = new Float32Array(buckets.length);
  for (const [at, row] of rows.entries()) {
    const start = at === 0 ? 0 : ends[at - 1]!;
    buckets.set(row.buckets, start);
    values.set(row.values, start);
  }
  return { labels: Uint8Array.from(texts, ({ label }) => label), ends, buckets, values };
}
