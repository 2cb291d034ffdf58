import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { wordsOf } from '#domain/text-words.js';
import { packageFile } from '#platform/package-root.js';

const FILE = '../shared/data/indonesia/turnbackhoax/factchecks-2021.csv.gz';
const FIRST_SENTENCE = /[.!?…]["”']?\s/;
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;

/** A fact-check article: its headline, and its body without the headline's words in the first sentence. */
export interface FactCheck {
  readonly id: string;
  readonly headline: string;
  readonly body: string;
  /** Which half it is in, by a hash of its headline: 0 for tuning, 1 for the report. */
  readonly half: 0 | 1;
}

export function factChecks(): FactCheck[] {
  const text = gunzipSync(readFileSync(packageFile(FILE))).toString('utf8');
  const { data } = Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true });
  return data.slice(1).map(([, headline = '', body = ''], i) => {
    const half = (createHash('sha256').update(headline).digest()[0]! & 1) as 0 | 1;
    return { id: `c${String(i).padStart(4, '0')}`, headline, body: withoutHeadline(body, headline), half };
  });
}

function withoutHeadline(body: string, headline: string): string {
  const sentence = FIRST_SENTENCE.exec(body);
  const end = sentence === null ? body.length : sentence.index + sentence[0].length;
  const known = new Set(wordsOf(headline));
  return body.slice(0, end).replace(WORD, (word) => (known.has(wordsOf(word)[0] ?? '') ? '' : word)) + body.slice(end);
}
