import { type Command, Option } from 'commander';
import { CodedError, type ErrorCode } from '#domain/errors/coded-error.js';
import { STREAMS, type Stream } from '#domain/mention.js';
import type { IngestStore } from '#domain/ports/ingest-store.js';
import { type CsvMapping, readMapping } from '#graph-jobs/ingest/formats/csv-mapping.js';
import { zoneOf } from '#graph-jobs/ingest/formats/local-time.js';
import { FORMAT_NAMES } from '#graph-jobs/ingest/formats/read-format.js';
import {
  BATCH_ROWS,
  type ImportListener,
  type ImportRequest,
  type ImportResult,
  importFile,
} from '#graph-jobs/ingest/import-file.js';
import { readEnvironment } from '#platform/environment.js';
import { loadSeedIfEmpty } from '#seed/load-seed.js';
import { openStore } from '#store/open-store.js';
import { EXIT } from '../exit-codes.js';
import { type AskedFormat, askedFormat, formatOf } from '../import/format-of-file.js';
import { printResults, tookNothing } from '../import/print-results.js';
import { rejectsPaths } from '../import/rejects-paths.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';

interface ImportOptions {
  readonly format?: AskedFormat;
  readonly map?: string;
  readonly platform?: string;
  readonly stream?: Stream;
  readonly zone?: string;
  readonly resume?: true;
  readonly rejects?: string;
  readonly json?: true;
  readonly data?: string;
}

/** Faults of one file, not of the store or of the command line. */
const FILE_FAULTS: readonly ErrorCode[] = ['BAD_INPUT_FILE', 'BAD_MAPPING', 'IMPORT_IN_PROGRESS'];

const EXAMPLES = `
Examples:
  $ jejaring import brandwatch-*.csv meltwater.csv pantauan.xlsx
  $ jejaring import issue.ndjson.gz
  $ jejaring import mentions.csv --format brandwatch --zone Asia/Jakarta
  $ jejaring import reposts.csv.gz --format csv --map examples/mappings/ced-reposts.json
  $ jejaring import tweets.csv --format coortweet --platform x
  $ jejaring import page-*.json --format x-api-v2
  $ jejaring import issue.ndjson.gz --resume      after Ctrl-C or a crash

Files are CSV, TSV, JSON (an array or an object), JSON Lines or XML, plain or gzip, or Excel workbooks. The format is told
from what a file holds, and the reason is printed. Importing a file again changes nothing.
Rows that cannot be taken are named in FILE.rejects.ndjson with line, field and reason. Then comes what each file covers:
platforms, languages, times, missing fields and gaps, and what that biases.

Exit codes: 0 all rows taken; 3 some rows rejected; 1 a file could not be read, or not to its end, or all of its rows
were rejected; 2 wrong options; 130 stopped: go on with --resume.
`;

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('take mentions and accounts from export files into the store')
    .argument('<files...>', 'files to import, in this order')
    .addOption(
      new Option(
        '--format <format>',
        'what the files hold (default: auto, told from what is in each file, or csv with --map)',
      ).choices(['auto', ...FORMAT_NAMES]),
    )
    .option('--map <file>', 'mapping of columns for the format csv: see docs/import-formats.md')
    .option('--platform <name>', 'platform of the rows, where the format or mapping does not say')
    .addOption(new Option('--stream <stream>', 'stream of the rows, where they do not say').choices(STREAMS))
    .option(
      '--zone <zone>',
      'zone of times that name none, as Asia/Jakarta or +07:00 (default: the usage of the format)',
    )
    .option('--resume', 'go on where an interrupted import of the same file stopped')
    .option('--rejects <folder>', 'folder for the rejects files (default: beside each file, or in the data folder)')
    .option('--json', 'print the results as JSON')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(importFiles);
}

async function importFiles(files: readonly string[], options: ImportOptions): Promise<void> {
  const environment = readEnvironment(process.env, options);
  const mapping = options.map === undefined ? undefined : readMapping(options.map);
  const requests = requestsOf(files, options, mapping, environment.dataFolder);
  const signal = stopOnSignal('stopping after the rows at hand …');
  const store = await openStore(environment);
  const results: ImportResult[] = [];
  let unreadable = 0;
  try {
    await loadSeedIfEmpty(store);
    for (const request of requests) {
      if (signal.aborted) break;
      const result = await importOne(store.ingest, request, signal);
      if (result === null) unreadable += 1;
      else results.push(result);
    }
  } finally {
    await store.close();
  }
  printResults(results, options.json === true);
  process.exitCode = signal.aborted ? EXIT.stopped : exitCode(results, unreadable);
}

type AskedRequest = Omit<ImportRequest, 'format'> & { readonly format: AskedFormat };

function requestsOf(
  files: readonly string[],
  options: ImportOptions,
  mapping: CsvMapping | undefined,
  dataFolder: string,
): AskedRequest[] {
  const { platform, stream, zone, resume, rejects } = options;
  if (zone !== undefined && !zoneOf(zone).isValid)
    throw new CodedError('BAD_PARAMETERS', `"${zone}" is no time zone`, {
      at: '--zone',
      hint: 'an IANA name as Asia/Jakarta, or an offset as +07:00',
    });
  const format = askedFormat(options.format, mapping !== undefined);
  const paths = rejectsPaths(files, rejects, dataFolder);
  return files.map((path, i) => ({
    path,
    format,
    options: { now: Date.now(), platform, stream, zone, mapping },
    resume: resume === true,
    rejectsPath: paths[i]!,
    batchRows: BATCH_ROWS,
  }));
}

/** Null when the file cannot be read, which is said at once and does not keep the other files from their import. */
async function importOne(store: IngestStore, request: AskedRequest, signal: AbortSignal): Promise<ImportResult | null> {
  const bar = new ProgressBar();
  try {
    const format = await formatOf(request.path, request.format, (message) => console.error(message));
    return await importFile(store, { ...request, format }, listener(request.path, bar, signal));
  } catch (error) {
    if (!(error instanceof CodedError) || !FILE_FAULTS.includes(error.code)) throw error;
    bar.stop();
    console.error(`${request.path}: ${error.code}: ${error.message}`);
    if (error.at !== undefined) console.error(`  at: ${error.at}`);
    if (error.hint !== undefined) console.error(`  what to do: ${error.hint}`);
    return null;
  } finally {
    bar.stop();
  }
}

function listener(path: string, bar: ProgressBar, signal: AbortSignal): ImportListener {
  const started = performance.now();
  return {
    signal,
    onNotice: (message) => console.error(message),
    onProgress: ({ rows, skipped, rejected, bytesRead, bytes }) => {
      const rate = Math.round(((rows - skipped) / (performance.now() - started)) * 1000);
      const bad = rejected === 0 ? '' : `${rejected.toLocaleString('en')} rejected  `;
      const note = `${rows.toLocaleString('en')} rows  ${bad}${rate.toLocaleString('en')} rows/s`;
      bar.update({ title: path, done: bytesRead, total: bytes, note });
    },
  };
}

function exitCode(results: readonly ImportResult[], unreadable: number): number {
  if (unreadable > 0 || results.some((result) => result.damage !== null || tookNothing(result))) return EXIT.failed;
  return results.some(({ session }) => session.checkpoint.rejected > 0) ? EXIT.someRejected : EXIT.done;
}
