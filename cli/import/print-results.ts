import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { RejectedRow } from '#domain/ingest-record.js';
import type { FormatName } from '#graph-jobs/ingest/formats/read-format.js';
import type { ImportResult } from '#graph-jobs/ingest/import-file.js';
import { printable } from '../output/printable.js';
import { coverageText } from './coverage-text.js';
import { adviceAgainst } from './format-of-file.js';

const COLUMNS = ['rows', 'added', 'updated', 'unchanged', 'rejected', 'new accounts'] as const;
const WIDTH = 13;
/** Reasons shown of rows that were rejected; all are in the rejects file. */
const REASONS = 3;
const HEAD_BYTES = 1 << 16;

/** Whether a file had rows and not one of them was good: it is of another format, or the mapping does not fit. */
export function tookNothing({ session: { checkpoint }, stopped }: ImportResult): boolean {
  return !stopped && checkpoint.rows > 0 && checkpoint.rejected === checkpoint.rows;
}

function nothingTaken({ session: { checkpoint, source }, rejectsPath }: ImportResult): string {
  const format = source.format.replace(/#.*/, '') as FormatName;
  const [first] = firstRejects(rejectsPath);
  return [
    `BAD_INPUT_FILE: none of the ${checkpoint.rows} rows of ${source.path} can be read as ${format}`,
    `  at: ${reasonOf(first!)}`,
    `  what to do: ${adviceAgainst(format, source.path)}`,
  ].join('\n');
}

/** The first few of a file that may be large. */
function firstRejects(path: string): RejectedRow[] {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const lines = head.toString('utf8', 0, readSync(file, head, 0, HEAD_BYTES, 0)).split('\n');
    // The last one is empty or cut.
    return lines.slice(0, Math.min(lines.length - 1, REASONS)).map((line) => JSON.parse(line) as RejectedRow);
  } finally {
    closeSync(file);
  }
}

function reasonOf({ line, field, reason }: RejectedRow): string {
  return printable(`line ${line}, ${field}: ${reason}`);
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
  if (rejectsFile !== null) {
    console.error(`${rejected} rows of ${file} were rejected: ${rejectsFile}`);
    if (!tookNothing(result)) for (const row of firstRejects(rejectsFile)) console.error(`  ${reasonOf(row)}`);
  }
  if (tookNothing(result)) console.error(nothingTaken(result));
  if (damage !== null) {
    console.error(`${file} could not be read to its end; it was read up to row ${rows}: ${damage}`);
    console.error('  what to do: get the file whole and import it again: what is stored already stays as it is');
  }
  if (stopped)
    console.error(`stopped after ${rows} rows of ${file}; the same command with --resume goes on from there`);
}
