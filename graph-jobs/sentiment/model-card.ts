import type { Sentiment } from './labels.js';

/** How a model did on texts that it had not seen, and what it was made of. Written by the training, never by hand. */
export interface SentimentCard {
  readonly data: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly texts: {
    readonly training: number;
    readonly calibration: number;
    readonly heldOut: number;
    readonly nearDuplicatesLeftOut: number;
  };
  readonly penalty: number;
  readonly heldOut: Measures;
}

/** Rounded to four digits, so that a card can be compared. */
export interface Measures {
  readonly accuracy: number;
  readonly macroF1: number;
  /** Mean distance of probability and share that was right, over ten bins (expected calibration error). */
  readonly calibrationError: number;
  readonly byClass: Readonly<Record<Sentiment, ClassMeasures>>;
}

export interface ClassMeasures {
  readonly texts: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** What the texts of this class were taken for. */
  readonly takenFor: Readonly<Record<Sentiment, number>>;
}
