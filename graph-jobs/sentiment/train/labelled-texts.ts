import { readFileSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import { SENTIMENTS, type Sentiment } from '#domain/sentiment.js';

export interface LabelledText {
  readonly text: string;
  /** Its place in SENTIMENTS. */
  readonly label: number;
}

/** Reads `text<TAB>label` lines, as SmSA has them. Throws BAD_INPUT_FILE, naming the line. */
export function readLabelledTexts(path: string): LabelledText[] {
  const lines = read(path).split('\n');
  return lines.flatMap((line, at) => {
    if (line === '' && at === lines.length - 1) return [];
    const [text = '', name = ''] = line.split('\t');
    const label = SENTIMENTS.indexOf(name.trim() as Sentiment);
    if (label < 0)
      throw new CodedError('BAD_INPUT_FILE', `"${name}" is none of ${SENTIMENTS.join(', ')}`, {
        at: `${path}, line ${at + 1}`,
        hint: 'give lines of a text, a tab and its label',
      });
    return [{ text, label }];
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CodedError('BAD_INPUT_FILE', `The file cannot be read (${(cause as NodeJS.ErrnoException).code})`, {
      at: path,
      hint: 'give the train part of SmSA: ../shared/data/indonesia/smsa/train.tsv',
      cause,
    });
  }
}
