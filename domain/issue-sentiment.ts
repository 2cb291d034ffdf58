import type { Stream } from './mention.js';
import type { Abstention, Sentiment } from './sentiment.js';

/** How long a bucket of a trend is. Days and weeks begin at midnight in Jakarta (WIB, UTC+7), weeks on Monday. */
export const TREND_BUCKETS = ['HOUR', 'DAY', 'WEEK'] as const;
export type TrendBucket = (typeof TREND_BUCKETS)[number];

/** How opinion is divided over the texts of an issue, news and social apart. */
export interface IssueSentiment {
  /** How well the model did on texts that it had not seen: shares are no better than that. */
  readonly model: SentimentModelError;
  /** How often a band holds the share that it is about, 0..1. */
  readonly confidence: number;
  readonly streams: Readonly<Record<Stream, StreamSentiment>>;
}

export interface SentimentModelError {
  readonly accuracy: number;
  readonly macroF1: number;
}

/** `mentions` are government + reposts + empty + judged + abstained: each is in one of these, the first that fits. */
export interface StreamSentiment extends SentimentFigures {
  readonly mentions: number;
  /** Of accounts that an agency declares: in no share. */
  readonly government: { readonly mentions: number; readonly accounts: number };
  /** They only repeat their parent, which counts where it is. */
  readonly reposts: number;
  readonly empty: number;
  readonly abstainedBy: Readonly<Record<Abstention, number>>;
  /** Buckets without a text are left out; null where there would be too many to keep. */
  readonly trend: Readonly<Record<TrendBucket, readonly SentimentBucket[] | null>>;
}

/** Texts from `start` (Unix milliseconds) until the next bucket. */
export interface SentimentBucket extends SentimentFigures {
  readonly start: number;
}

export interface SentimentFigures {
  readonly judged: number;
  readonly abstained: number;
  /** Who wrote the judged texts. */
  readonly accounts: number;
  /** As many texts of different accounts say at least as much as these: Kish's effective number. */
  readonly effective: number;
  /** Null where no text was judged. */
  readonly shares: Readonly<Record<Sentiment, SentimentShare>> | null;
}

/** `count` of the judged texts, as a share with its band, 0..1. */
export interface SentimentShare {
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
