import { SENTIMENTS, type Sentiment } from '#domain/sentiment.js';

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

/** The card as people read it. */
export function cardText({ data, licence, languages, texts, penalty, heldOut }: SentimentCard): string {
  const rows = SENTIMENTS.map((label) => {
    const { texts: of, precision, recall, f1, takenFor } = heldOut.byClass[label];
    return `| ${[label, of, precision, recall, f1, ...SENTIMENTS.map((other) => takenFor[other])].join(' | ')} |`;
  });
  return `# Model card: sentiment of Indonesian texts
Written by \`npm run train:sentiment\`; a test holds these numbers to the model beside it.

- **What it does**: tells positive, neutral or negative, with probabilities, of a text in Indonesian. Multinomial logistic regression on tf-idf of words, pairs of words and runs of characters in hashed buckets (L2 penalty ${penalty}), a byte a weight. No randomness: the same data gives the same model.
- **Data**: ${data}. Licence: ${licence}. The texts are not part of this package.
- **Learnt from** ${texts.training} texts; a first model without ${texts.calibration} of them chose the temperature on those.
- **Measured on** ${texts.heldOut} texts that this very model has not seen: a tenth by hash of the text, without near-duplicates (${texts.nearDuplicatesLeftOut}) of texts that it learnt from (Jaccard similarity of pairs of words of 0.6 and more). The script chooses nothing on them.

| accuracy | macro F1 | calibration error |
| --- | --- | --- |
| ${heldOut.accuracy} | ${heldOut.macroF1} | ${heldOut.calibrationError} |

| label | texts | precision | recall | F1 | ${SENTIMENTS.map((label) => `taken for ${label}`).join(' | ')} |
| --- | --- | --- | --- | --- | ${SENTIMENTS.map(() => '---').join(' | ')} |
${rows.join('\n')}

- **Meant for** shares of many texts: how opinion on an issue is divided and how that moves, with the error above in mind.
- **Not meant for** judging a person, deciding on one text, or ranking accounts. It reads words: irony, quotes of others, and what a picture says are lost on it. Reviews, comments and short posts are what it learnt from; on other topics and later slang it errs more, by how much nobody has measured.
- **Languages**: ${languages.join(', ')} only. The command abstains where the language is another or cannot be told.
`;
}
