/** What one fact-checker published about a claim (schema.org ClaimReview). */
export interface ClaimReview {
  readonly url: string | null;
  /** The fact-checker's name. */
  readonly publisher: string | null;
  readonly title: string | null;
  /** In the fact-checker's own words, as `Salah` or `Mostly false`. */
  readonly rating: string | null;
  /** Unix milliseconds. */
  readonly publishedAt: number | null;
  readonly language: string | null;
}

/** A statement that fact-checkers rated. What resembles it is a candidate until a person confirms it. */
export interface Claim {
  readonly id: string;
  /** As it was said: the first wording, and those that other fact-checkers wrote down. */
  readonly texts: readonly string[];
  /** More of what circulated, or of the article about it; null where a file has none. */
  readonly body: string | null;
  readonly claimant: string | null;
  /** Where it was published. */
  readonly appearances: readonly string[];
  /** By fact-checker; a claim that several rated has several. */
  readonly reviews: readonly ClaimReview[];
}
