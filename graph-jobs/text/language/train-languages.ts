import type { LanguageModelParts } from './identify-language.js';
import { eachLanguageBucket, LANGUAGE_BUCKETS, languageWords } from './language-buckets.js';

/** Texts in one language. */
export interface LanguageTexts {
  readonly language: string;
  /** How likely the language is before anything of the text is known. */
  readonly prior: number;
  readonly texts: readonly string[];
  /** Who writes in it takes words from the first language, and so much of a text is made of them. */
  readonly borrows?: number;
}

const GREATEST = 127;
const UNIT = 1 / 16;
/** So many runs must be known of a language before half of what is said of it comes from its own texts. */
const HALF_KNOWN = 25_000;
/** However much is known of a language, names and new words come up that were never met in it. */
const ALWAYS_UNKNOWN = 0.2;
/** Runs of one to four characters and the word say much the same. */
const TEMPERATURE = 4;

/**
 * Naive Bayes over words and runs of characters (Cavnar and Trenkle 1994; McCallum and Nigam 1998). Each language counts as
 * much as any other, however many texts of it there are. What was never met in it is the stronger a sign against it the more
 * is known of it, since the rest is taken from all languages together (Dirichlet prior); and a language that borrows is not
 * told from the first by what it borrows.
 */
export function trainLanguages(of: readonly LanguageTexts[]): LanguageModelParts {
  const counted = of.map(({ texts }) => countRuns(texts));
  const shares = counted.map(({ counts, all }, k) => {
    const own = counts.map((count) => count / all);
    const borrows = of[k]!.borrows ?? 0;
    const lent = counted[0]!;
    return own.map((share, b) => (1 - borrows) * share + (borrows * lent.counts[b]!) / lent.all);
  });
  const usual = new Float64Array(LANGUAGE_BUCKETS);
  for (const share of shares) for (let b = 0; b < usual.length; b++) usual[b]! += share[b]! / shares.length;
  const evidence = new Int8Array(of.length * LANGUAGE_BUCKETS);
  for (const [k, share] of shares.entries()) {
    const unknown = Math.max(ALWAYS_UNKNOWN, HALF_KNOWN / (HALF_KNOWN + counted[k]!.all));
    for (let b = 0; b < usual.length; b++) {
      if (usual[b] === 0) continue;
      const ratio = (1 - unknown) * (share[b]! / usual[b]!) + unknown;
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

function countRuns(texts: readonly string[]): { readonly counts: Float64Array; readonly all: number } {
  const counts = new Float64Array(LANGUAGE_BUCKETS);
  let all = 0;
  for (const text of texts) {
    eachLanguageBucket(languageWords(text), (bucket) => {
      counts[bucket]! += 1;
      all += 1;
    });
  }
  return { counts, all };
}
