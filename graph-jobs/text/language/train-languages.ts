import type { LanguageModelParts } from './identify-language.js';
import { eachLanguageBucket, LANGUAGE_BUCKETS, languageWords } from './language-buckets.js';

/** Texts in one language. */
export interface LanguageTexts {
  readonly language: string;
  /** How likely the language is before anything of the text is known. */
  readonly prior: number;
  readonly texts: readonly string[];
}

const GREATEST = 127;
const UNIT = 1 / 16;
/** How much of what is known of a language is taken from all languages together, where it has few texts. */
const SMOOTHING = 0.3;
/** Runs of one to four characters and the word say much the same. */
const TEMPERATURE = 4;

/**
 * Naive Bayes over words and runs of characters (Cavnar and Trenkle 1994; McCallum and Nigam 1998). Each language counts as
 * much as any other, however many texts of it there are; what is rare in it is smoothed by what is usual in all of them
 * (Dirichlet prior), so that a language with few texts does not win by the words that it was never seen with.
 */
export function trainLanguages(of: readonly LanguageTexts[]): LanguageModelParts {
  const shares = of.map(({ texts }) => sharesOf(texts));
  const usual = new Float64Array(LANGUAGE_BUCKETS);
  for (const share of shares) for (let b = 0; b < usual.length; b++) usual[b]! += share[b]! / shares.length;
  const evidence = new Int8Array(of.length * LANGUAGE_BUCKETS);
  for (const [k, share] of shares.entries()) {
    for (let b = 0; b < usual.length; b++) {
      if (usual[b] === 0) continue;
      const ratio = (1 - SMOOTHING) * (share[b]! / usual[b]!) + SMOOTHING;
      const units = Math.round(Math.log(ratio) / UNIT);
      evidence[k * LANGUAGE_BUCKETS + b] = Math.max(-GREATEST, Math.min(GREATEST, units));
    }
  }
  return {
    known: of.map(({ language }) => language),
    priors: of.map(({ prior }) => prior),
    unit: UNIT,
    temperature: TEMPERATURE,
    evidence,
  };
}

function sharesOf(texts: readonly string[]): Float64Array {
  const counts = new Float64Array(LANGUAGE_BUCKETS);
  let all = 0;
  for (const text of texts) {
    eachLanguageBucket(languageWords(text), (bucket) => {
      counts[bucket]! += 1;
      all += 1;
    });
  }
  return all === 0 ? counts : counts.map((count) => count / all);
}
