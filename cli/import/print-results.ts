import { existsSync } from 'node:fs';
import type { ImportResult } from '#graph-jobs/ingest/import-file.js';

const COLUMNS = ['rows', 'added', 'updated', 'unchanged', 'rejected', 'new accounts'] as const;
const WIDTH = 13;

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
  }
  for (const result of results) explain(result);
}

function summaryOf({ session, stopped, damage, rejectsPath }: ImportResult) {
  const { checkpoint, counts, source } = session;
  const { rows, rejected } = checkpoint;
  const rejectsFile = rejected > 0 && existsSync(rejectsPath) ? rejectsPath : null;
  return { file: source.path, rows, rejected, ...counts, stopped, damage, rejectsFile };
}

function explain(result: ImportResult): void {
  const { file, rows, rejected, stopped, damage, rejectsFile } = summaryOf(result);
  if (rejectsFile !== null) console.error(`${rejected} rows of ${file} were rejected: ${rejectsFile}`);
  if (damage !== null) console.error(`${file} could not be read to its end: ${damage}`);
  if (stopped)
    console.error(`stopped after ${rows} rows of ${file}; the same command with --resume goes on from there`);
}
