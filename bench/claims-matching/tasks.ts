import { readFileSync } from 'node:fs';
import { packageFile } from '#platform/package-root.js';
import { type FactCheck, factChecks } from './fact-checks.js';
import { EDITS, type Edit, paraphrase } from './paraphrases.js';

/** Texts that are to find the claim of the same number; one whose `half` is told, none where no claim is right. */
export interface Task {
  readonly name: string;
  readonly texts: readonly string[];
  readonly claims: readonly string[];
  readonly halves: readonly (0 | 1)[];
  /** Whether a claim of the same number is right for a text. */
  readonly hasRight: boolean;
}

const POST_WORDS = 60;
const UNRELATED = 1000;
const SMSA = '../shared/data/indonesia/smsa/train.tsv';

/** Headlines, bodies and paraphrases against each other. `edits` of the headlines. */
export function rightTasks(edits: readonly Edit[] = EDITS): Task[] {
  const checks = factChecks();
  const halves = checks.map(({ half }) => half);
  const task = (name: string, texts: (one: FactCheck) => string, claims: (one: FactCheck) => string): Task => {
    return { name, texts: checks.map(texts), claims: checks.map(claims), halves, hasRight: true };
  };
  const headline = ({ headline: text }: FactCheck) => text;
  const body = ({ body: text }: FactCheck) => text;
  const post = ({ body: text }: FactCheck) => text.split(/\s+/).slice(0, POST_WORDS).join(' ');
  return [
    task('headline finds its body', headline, body),
    task('body finds its headline', body, headline),
    task(`headline finds the first ${POST_WORDS} words of its body`, headline, post),
    task(`first ${POST_WORDS} words find the headline`, post, headline),
    ...edits.flatMap((edit) => {
      const other = (one: FactCheck) => paraphrase(one.headline, edit, `${one.id} ${edit}`);
      return [task(`${edit}, finds the headline`, other, headline), task(`${edit}, finds the body`, other, body)];
    }),
  ];
}

/** Opinions of restaurants, politics and so on, whole and in pieces of some words: whatever they find is wrong. */
export function unrelatedTasks(): Task[] {
  const checks = factChecks();
  const opinions = unrelatedTexts(UNRELATED);
  const pieces = opinions.map((text, i) =>
    text
      .split(/\s+/)
      .slice(0, 2 + (i % 6))
      .join(' '),
  );
  const halves = opinions.map((_, i) => (i % 2) as 0 | 1);
  return [opinions, pieces].flatMap((texts, i) =>
    (['headline', 'body'] as const).map((field) => {
      const name = `${['unrelated texts', 'pieces of unrelated texts'][i]}, ${field} as claim`;
      return { name, texts, claims: checks.map((one) => one[field]), halves, hasRight: false };
    }),
  );
}

/** Real ones, spread over the data. */
export function unrelatedTexts(most: number): string[] {
  const lines = readFileSync(packageFile(SMSA), 'utf8').split('\n');
  const texts = lines.map((line) => line.split('\t')[0]!).filter((text) => text.trim() !== '');
  const step = Math.max(1, Math.floor(texts.length / most));
  return texts.filter((_, i) => i % step === 0).slice(0, most);
}
