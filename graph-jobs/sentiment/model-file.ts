import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { cardText, type SentimentCard } from './model-card.js';
import { type BucketShape, bucketCount } from './text-buckets.js';

/** What a model knows, as it is kept: a byte of rarity and two of weights for each bucket. */
export interface ModelParts {
  readonly shape: BucketShape;
  /** The length of the part of runs beside that of words. */
  readonly runShare: number;
  /** One unit of a weight. */
  readonly unit: number;
  /** Of positive, neutral and negative. */
  readonly bias: readonly number[];
  /** Scores are divided by it before they become probabilities, so that these hold what they promise. */
  readonly temperature: number;
  readonly rarity: Uint8Array;
  /** For positive. The three weights of a bucket have the sum 0, so that neutral needs none. */
  readonly positive: Int8Array;
  readonly negative: Int8Array;
}

type Header = Omit<ModelParts, 'rarity' | 'positive' | 'negative'>;

interface ModelHeader extends Header {
  readonly card: SentimentCard;
}

/** Three files: `<path>.json` with the card, `<path>.md` with the card for people, `<path>.bin.gz` with the bytes. */
export function writeModelFile(path: string, parts: ModelParts, card: SentimentCard): void {
  const { rarity, positive, negative, ...header } = parts;
  const bytes = Buffer.concat([rarity, new Uint8Array(positive.buffer), new Uint8Array(negative.buffer)]);
  writeFileSync(`${path}.bin.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.md`, cardText(card));
  writeFileSync(`${path}.json`, `${JSON.stringify({ ...header, card }, null, 2)}\n`);
}

export function readModelFile(path: string): ModelParts & { readonly card: SentimentCard } {
  const header = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as ModelHeader;
  const bytes = new Uint8Array(gunzipSync(readFileSync(`${path}.bin.gz`)));
  const count = bucketCount(header.shape);
  if (bytes.length !== 3 * count) throw new Error(`${path}.bin.gz does not belong to ${path}.json`);
  return {
    ...header,
    rarity: bytes.subarray(0, count),
    positive: new Int8Array(bytes.buffer, bytes.byteOffset + count, count),
    negative: new Int8Array(bytes.buffer, bytes.byteOffset + 2 * count, count),
  };
}
