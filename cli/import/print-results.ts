import { existsSync, readFileSync } from 'node:fs';
import type { RejectedRow } from '#domain/ingest-record.js';
import type { FormatName } from '#graph-jobs/ingest/formats/read-format.js';
import type { ImportResult } from '#graph-jobs/ingest/import-file.js';
import { coverageText } from './coverage-text.js';
import { adviceAgainst } from './format-of-file.js';

const COLUMNS = ['rows', 'added', 'updated', 'unchanged', 'rejected', 'new accounts'] as const;
const WIDTH = 13;

/** Whether a file had rows and not one of them was good: it is of another format, or the mapping does not fit. */
export function tookNothing({ session: { checkpoint }, stopped }: ImportResult): boolean {
  return !stopped && checkpoint.rows > 0 && checkpoint.rejected === checkpoint.rows;
}

function nothingTaken({ session: { checkpoint, source }, rejectsPath }: ImportResult): string {
  const format = source.format.replace(/#.*/, '') as FormatName;
  const { line, field, reason } = JSON.parse(readFileSync(rejectsPath, 'utf8').split('\n', 1)[0]!) as RejectedRow;
  return [
    `BAD_INPUT_FILE: none of the ${checkpoint.rows} rows of ${source.path} can be read as ${format}`,
    `  at: line ${line}, ${field}: ${reason}`,
    `  what to do: ${adviceAgainst(format, source.path)}`,
  ].join('\n');
}

/** What was imported, a line a file, on standard output; where the rejects are and how to go on, on standard error. */
export function printResults(results: readonly ImportResult[], asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(results.map(summaryOf), null, 2));
  else if (results.length > 0) {
    console.log([...COLUMNS.map((column) => column.padStart(WIDTH)), '  file'].join(''));
    for (const result of results) {
      const { rows, added, updated, unchanged, rejected, accountsAdded, file } = summaryOf(result);
      const numbers = [rows, added, updated, unchanged, rejected, accountsAdded];
      console.log([...numbers.map((number) => number.toLocaleString('en').padStart(WIDTH)), `  ${file}`].join(''));
    }
    for (const { session, coverage } of results) console.log(`\n${coverageText(session.source.path, coverage)}`);
  }
  for (const result of results) explain(result);
}

function summaryOf({ session, stopped, damage, rejectsPath, coverage }: ImportResult) {
  const { checkpoint, counts, source } = session;
  const { rows, rejected } = checkpoint;
  const rejectsFile = rejected > 0 && existsSync(rejectsPath) ? rejectsPath : null;
  return { file: source.path, rows, rejected, ...counts, stopped, damage, rejectsFile, coverage };
}

function explain(result: ImportResult): void {
  const { file, rows, rejected, stopped, damage, rejectsFile } = summaryOf(result);
  if (rejectsFile !== null) console.error(`${rejected} rows of ${file} were rejected: ${rejectsFile}`);
  if (tookNothing(result)) console.error(nothingTaken(result));
  if (damage !== null) console.error(`${file} could not be read to its end: ${damage}`);
  if (stopped)
    console.error(`stopped after ${rows} rows of ${file}; the same command with --resume goes on from there`);
}
