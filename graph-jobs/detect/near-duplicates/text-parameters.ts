/** What makes two texts near-duplicates. Definitions and what they were measured on: docs/methods/co-text.md. */
export interface TextParameters {
  /** Least Jaccard similarity of their shingles, above 0.5 and up to 1. */
  readonly similarity: number;
  /** A cluster goes on while its texts come at most this far apart. */
  readonly windowMs: number;
}

/** Words that follow one another, and that make one shingle. */
export const SHINGLE_TOKENS = 2;
/** A text of fewer different words (two characters count as one word) is said by many by chance: it is no object. */
export const LEAST_WORDS = 4;
/** A text of fewer shingles (two of characters count as one) is only ever a copy of itself: one word more or less would be much of it. */
export const LEAST_SHINGLES = 8;

export const DEFAULT_TEXT_PARAMETERS: TextParameters = { similarity: 0.7, windowMs: 7 * 86_400_000 };
