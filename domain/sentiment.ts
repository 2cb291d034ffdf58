/** In the order in which a model keeps them. */
export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** Why nothing is told of a text: it is in that language, or its language cannot be told. */
export const ABSTENTIONS = ['jv', 'su', 'en', 'other', 'untold'] as const;
export type Abstention = (typeof ABSTENTIONS)[number];

/** In MentionColumns.sentiment: the place in SENTIMENTS, and after these the one in ABSTENTIONS. */
export function sentimentCode(told: Sentiment | Abstention): number {
  const place = (SENTIMENTS as readonly string[]).indexOf(told);
  return place >= 0 ? place : SENTIMENTS.length + (ABSTENTIONS as readonly string[]).indexOf(told);
}

/** In MentionColumns.sentiment: the mention has no text of its own. */
export const NO_TEXT = 0xff;
