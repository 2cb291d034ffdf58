import { type Language, LanguageIdentifier } from '../text/language/identify-language.js';
import { SENTIMENTS, type Sentiment } from './labels.js';
import { mostLikely } from './measures.js';
import { SentimentModel } from './sentiment-model.js';

/** The sentiment of a text, or that none is told because the language is another or cannot be told. */
export type Judgement =
  | { readonly abstained: false; readonly label: Sentiment; readonly probabilities: ArrayLike<number> }
  | { readonly abstained: true; readonly language: Exclude<Language, 'id'> | null };

/** Judges Indonesian texts with the models that ship; of others it abstains: no error was measured on them. */
export class SentimentJudge {
  readonly #languages = LanguageIdentifier.shipped();
  readonly #model = SentimentModel.shipped();

  judge(text: string): Judgement {
    const { language } = this.#languages.identify(text);
    if (language !== 'id') return { abstained: true, language };
    const probabilities = this.#model.probabilities(text);
    return { abstained: false, label: SENTIMENTS[mostLikely(probabilities)]!, probabilities };
  }
}
