import { rmSync, statSync } from 'node:fs';
import type { Sentiment } from '#domain/sentiment.js';
import type { RowTally } from '../csv-file/csv-reader.js';
import { closeOutput, openOutput, writeAll } from '../csv-file/output-file.js';
import { type ReadListener, readCsvFile } from '../csv-file/read-csv-file.js';
import { csvField } from '../csv-file/table-file.js';
import type { Language } from '../text/language/identify-language.js';
import { type Judgement, SentimentJudge } from './judge-text.js';
import { TextRowReader } from './text-row-reader.js';

const HEADER = 'text_id,label,p_positive,p_neutral,p_negative,abstained\n';
const AT_ONCE = 1 << 16;
const DIGITS = 6;

export interface SentimentTally extends RowTally {
  readonly labels: Readonly<Record<Sentiment, number>>;
  /** Texts that nothing is said of, by their language; `untold` where that could not be told either. */
  readonly abstained: Readonly<Record<Exclude<Language, 'id'> | 'untold', number>>;
}

/**
 * Judges each text of a file and writes a row for it, in the order of the file. What was written goes when the work does not
 * come to its end: half a file looks like a whole one. Throws BAD_INPUT_FILE and STOPPED.
 */
export async function weighTextFile(input: string, out: string, listener: ReadListener = {}): Promise<SentimentTally> {
  const judge = new SentimentJudge();
  const labels = { positive: 0, neutral: 0, negative: 0 };
  const abstained = { jv: 0, su: 0, en: 0, other: 0, untold: 0 };
  let rows = HEADER;
  let file: number | null = null;
  const flush = () => {
    file ??= openOutput(out, 'sentiments');
    writeAll(file, Buffer.from(rows));
    rows = '';
  };
  const reader = new TextRowReader((id, text) => {
    const judgement = judge.judge(text);
    if (judgement.abstained) abstained[judgement.language ?? 'untold'] += 1;
    else labels[judgement.label] += 1;
    rows += rowOf(id, judgement);
    if (rows.length >= AT_ONCE) flush();
  });
  try {
    const tally = await readCsvFile(input, reader, listener);
    flush();
    return { ...tally, labels, abstained };
  } catch (error) {
    if (file !== null && statSync(out).isFile()) rmSync(out);
    throw error;
  } finally {
    if (file !== null) closeOutput(file);
  }
}

function rowOf(id: string, judgement: Judgement): string {
  if (judgement.abstained) return `${csvField(id)},,,,,true\n`;
  const shares = Array.from(judgement.probabilities, (share) => Number(share.toFixed(DIGITS)));
  return `${csvField(id)},${judgement.label},${shares.join(',')},false\n`;
}
