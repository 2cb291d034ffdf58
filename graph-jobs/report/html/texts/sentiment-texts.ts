import type { TrendBucket } from '#domain/issue-sentiment.js';
import type { Sentiment } from '#domain/sentiment.js';

/** How opinion is divided. Numbers come in written for the language. */
export interface SentimentTexts {
  readonly heading: string;
  readonly lead: (accuracy: string) => string;
  readonly band: (confidence: string) => string;
  readonly leftOut: string;
  readonly leftOutOf: (stream: string, mentions: string, accounts: string, reposts: string, empty: string) => string;
  readonly labels: Readonly<Record<Sentiment, string>>;
  readonly table: string;
  readonly stream: string;
  readonly judged: string;
  readonly effective: string;
  readonly shareOf: (share: string, low: string, high: string) => string;
  readonly trend: Readonly<Record<TrendBucket, string>>;
  readonly from: string;
  readonly alt: (from: string, to: string) => string;
  readonly bandKey: string;
  readonly none: string;
}
