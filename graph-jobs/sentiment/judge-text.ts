import type { SentimentModelError } from '#domain/issue-sentiment.js';
import { SENTIMENTS, type Sentiment, sentimentCode } from '#domain/sentiment.js';
import { type Language, LanguageIdentifier } from '../text/language/identify-language.js';
import { mostLikely } from './measures.js';
import { readModelFile } from './model-file.js';
import { SentimentModel, SHIPPED_MODEL } from './sentiment-model.js';

/** The sentiment of a text, or that none is told because the language is another or cannot be told. */
export type Judgement =
  | { readonly abstained: false; readonly label: Sentiment; readonly probabilities: ArrayLike<number> }
  | { readonly abstained: true; readonly language: Exclude<Language, 'id'> | null };

/** Judges Indonesian texts with the models that ship; of others it abstains: no error was measured on them. */
export class SentimentJudge {
  readonly #languages = LanguageIdentifier.shipped();
  readonly #shipped = readModelFile(SHIPPED_MODEL);
  readonly #model = new SentimentModel(this.#shipped);

  judge(text: string): Judgement {
    const { language } = this.#languages.identify(text);
    if (language !== 'id') return { abstained: true, language };
    const probabilities = this.#model.probabilities(text);
    return { abstained: false, label: SENTIMENTS[mostLikely(probabilities)]!, probabilities };
  }

  /** The same as columns keep it: see sentimentCode(). */
  codeOf(text: string): number {
    const judgement = this.judge(text);
    return sentimentCode(judgement.abstained ? (judgement.language ?? 'untold') : judgement.label);
  }

  /** How well it did on texts that it had not seen. */
  get error(): SentimentModelError {
    const { accuracy, macroF1 } = this.#shipped.card.heldOut;
    return { accuracy, macroF1 };
  }
}
