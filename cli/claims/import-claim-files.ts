import { CodedError } from '#domain/errors/coded-error.js';
import type { ClaimStore, ClaimsOutcome } from '#domain/ports/claim-store.js';
import { type ClaimsFile, readClaims } from '#graph-jobs/claims/read/read-claims.js';
import { importClaims } from '#graph-jobs/claims/registry/import-claims.js';
import { readEnvironment } from '#platform/environment.js';
import { loadSeedIfEmpty } from '#seed/load-seed.js';
import { openStore } from '#store/open-store.js';
import { EXIT } from '../exit-codes.js';
import { rejectsPaths } from '../import/rejects-paths.js';
import { mappingText } from '../input/mapping-text.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import { RejectedRows } from './rejected-claims.js';

interface ImportOptions {
  readonly map?: string;
  readonly rejects?: string;
  readonly json?: true;
  readonly data?: string;
}

type FileResult = Omit<ClaimsOutcome, 'refused'> & {
  readonly file: string;
  readonly format: ClaimsFile['format'];
  readonly leftOut: number;
};

export async function importClaimFiles(files: readonly string[], options: ImportOptions): Promise<void> {
  const environment = readEnvironment(process.env, options);
  const map = options.map === undefined ? null : mappingText(options.map, 'text=COLUMN');
  const rejects = rejectsPaths(files, options.rejects, environment.dataFolder, 'claims-rejects');
  const signal = stopOnSignal('stopping after the claims at hand …');
  const store = await openStore(environment);
  const results: FileResult[] = [];
  let unreadable = 0;
  try {
    await loadSeedIfEmpty(store);
    for (const [i, file] of files.entries()) {
      const read = await readable(file, map);
      if (read === null) unreadable += 1;
      else results.push(await take(store.claims, file, read, rejects[i]!, signal));
    }
  } finally {
    await store.close();
  }
  print(results, options.json === true);
  if (unreadable > 0) process.exitCode = EXIT.failed;
  else if (results.some(({ leftOut }) => leftOut > 0)) process.exitCode = EXIT.someRejected;
}

/** Null when the file cannot be used, which is said at once and does not keep the other files from their import. */
async function readable(file: string, map: string | null): Promise<ClaimsFile | null> {
  try {
    const read = await readClaims(file, map);
    console.error(`${file}: ${read.claims.length} claims, read as ${read.format}: ${read.reason}`);
    return read;
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'BAD_INPUT_FILE') throw error;
    console.error(`${file}: ${error.code}: ${error.message}`);
    if (error.at !== undefined) console.error(`  at: ${error.at}`);
    if (error.hint !== undefined) console.error(`  what to do: ${error.hint}`);
    return null;
  }
}

async function take(
  store: ClaimStore,
  file: string,
  read: ClaimsFile,
  rejectsPath: string,
  signal: AbortSignal,
): Promise<FileResult> {
  const rejected = new RejectedRows(rejectsPath);
  const bar = new ProgressBar();
  try {
    for (const { line, field, fault, raw } of read.faults) rejected.add({ line, field, reason: fault }, raw);
    const onProgress = (done: number, total: number) => bar.update({ title: file, done, total });
    const { refused, ...counts } = await importClaims(store, read, { signal, onProgress });
    for (const { claimId, field, reason } of refused) rejected.add({ line: 0, field, reason }, claimId);
    bar.stop();
    if (rejected.length > 0) console.error(`${rejected.length} left out, named in ${rejected.path}`);
    return { file, format: read.format, ...counts, leftOut: rejected.length };
  } finally {
    bar.stop();
    rejected.close();
  }
}

function print(results: readonly FileResult[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify(results, null, 2));
    return;
  }
  for (const { file, added, updated, unchanged, joined } of results) {
    const more = joined === 0 ? '' : `; ${joined} of these joined to claims that are there, by their words`;
    console.log(`${file}: ${added} claims added, ${updated} updated, ${unchanged} unchanged${more}`);
  }
}
