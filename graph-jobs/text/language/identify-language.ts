import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { packageFile } from '#platform/package-root.js';
import { EvidenceSums } from './evidence-sums.js';
import { languageWords } from './language-buckets.js';

/** ISO 639-1 where there is one. */
export const LANGUAGES = ['id', 'jv', 'su', 'en', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the model lies that ships, without the ends of its two files. */
export const LANGUAGE_MODEL = packageFile('graph-jobs/text/language/model/languages');

/** What a model knows: how much likelier a bucket is in each known language than in all of them together. */
export interface LanguageModelParts {
  /** Known languages by ISO code; all that are none of LANGUAGES count as `other`. */
  readonly known: readonly string[];
  readonly priors: readonly number[];
  /** One unit of evidence. */
  readonly unit: number;
  /** Runs overlap, so that they say the same several times: evidence is divided by it. */
  readonly temperature: number;
  /** Evidence of a language by bucket, one after the other. */
  readonly evidence: Int8Array;
}

export interface LanguageGuess {
  /** Null: too little, or too mixed, to say. */
  readonly language: Language | null;
  readonly probabilities: Readonly<Record<Language, number>>;
}

/** Below this probability of the likeliest language none is named. */
export const LEAST_PROBABILITY = 0.7;
/** Where more letters than this share are of other scripts, the language is `other`: the known ones are written in Latin. */
const MOST_FOREIGN = 0.5;
const FOREIGN = /(?!\p{Script=Latin})\p{L}/gu;
const LETTER = /\p{L}/gu;
/** Most texts: of these no letter needs to be looked at. */
const PLAIN = /^[a-z]*$/;

/** Tells Indonesian, Javanese, Sundanese, English and others apart, or abstains. Method and error: docs/methods/text.md. */
export class LanguageIdentifier {
  readonly #parts: LanguageModelParts;
  readonly #evidence: EvidenceSums;

  constructor(parts: LanguageModelParts) {
    this.#parts = parts;
    this.#evidence = new EvidenceSums(parts.evidence, parts.known.length);
  }

  static shipped(): LanguageIdentifier {
    return new LanguageIdentifier(readLanguageModel(LANGUAGE_MODEL));
  }

  identify(text: string): LanguageGuess {
    const words = languageWords(text);
    const spoken = words.join('');
    if (spoken === '') return { language: null, probabilities: this.#grouped(this.#parts.priors) };
    if (!PLAIN.test(spoken) && mostlyForeign(spoken))
      return { language: 'other', probabilities: { id: 0, jv: 0, su: 0, en: 0, other: 1 } };
    const probabilities = this.#grouped(this.#posterior(words));
    const likeliest = LANGUAGES.reduce((best, one) => (probabilities[one] > probabilities[best] ? one : best));
    return { language: probabilities[likeliest] < LEAST_PROBABILITY ? null : likeliest, probabilities };
  }

  #posterior(words: readonly string[]): number[] {
    const { priors, unit, temperature } = this.#parts;
    const sums = this.#evidence.of(words);
    const scores = Array.from(sums, (sum, k) => (sum * unit) / temperature + Math.log(priors[k]!));
    const most = Math.max(...scores);
    const parts = scores.map((score) => Math.exp(score - most));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => part / whole);
  }

  #grouped(values: readonly number[]): Record<Language, number> {
    const grouped = { id: 0, jv: 0, su: 0, en: 0, other: 0 };
    for (const [k, value] of values.entries()) {
      const name = this.#parts.known[k]!;
      grouped[Object.hasOwn(grouped, name) ? (name as Language) : 'other'] += value;
    }
    return grouped;
  }
}

function mostlyForeign(spoken: string): boolean {
  return (spoken.match(FOREIGN)?.length ?? 0) > (spoken.match(LETTER)?.length ?? 0) * MOST_FOREIGN;
}

function readLanguageModel(path: string): LanguageModelParts {
  const header = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Omit<LanguageModelParts, 'evidence'>;
  const bytes = new Uint8Array(gunzipSync(readFileSync(`${path}.bin.gz`)));
  return { ...header, evidence: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}
