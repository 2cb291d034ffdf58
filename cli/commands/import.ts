import { Option } from 'commander';
import { STREAMS, type Stream } from '#domain/mention.js';
import { type CsvMapping, readMapping } from '#graph-jobs/ingest/formats/csv-mapping.js';
import { FORMAT_NAMES, type FormatName } from '#graph-jobs/ingest/formats/read-format.js';
import { type ImportListener, type ImportResult, importFile } from '#graph-jobs/ingest/import-file.js';
import { readEnvironment } from '#platform/environment.js';
import { openStore } from '#store/open-store.js';
import type { RegisterCommand } from '../command-line.js';
import { EXIT } from '../exit-codes.js';
import { formatOf } from '../import/format-of-file.js';
import { printResults } from '../import/print-results.js';
import { rejectsPath } from '../import/rejects-path.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';

interface ImportOptions {
  readonly format?: FormatName;
  readonly map?: string;
  readonly platform?: string;
  readonly stream?: Stream;
  readonly resume?: true;
  readonly rejects?: string;
  readonly json?: true;
  readonly data?: string;
}

const BATCH_ROWS = 5000;

const EXAMPLES = `
Examples:
  $ jejaring import issue.ndjson.gz
  $ jejaring import reposts.csv.gz --format csv --map examples/mappings/ced-reposts.json
  $ jejaring import tweets.csv --format coortweet --platform x
  $ jejaring import page-*.json --format x-api-v2
  $ jejaring import issue.ndjson.gz --resume      after Ctrl-C or a crash

Files are CSV, TSV, JSON (an array or an object) or JSON Lines, plain or gzip. Importing a file again changes nothing.
Rows that cannot be taken are named in FILE.rejects.ndjson with line, field and reason.

Exit codes: 0 all rows taken; 3 some rows rejected; 1 a file could not be read, or not to its end; 2 wrong options;
130 stopped: go on with --resume.
`;

export const registerImport: RegisterCommand = (program) => {
  program
    .command('import')
    .description('take mentions and accounts from export files into the store')
    .argument('<files...>', 'files to import, in this order')
    .addOption(
      new Option(
        '--format <format>',
        'what the files hold; told by the name for .ndjson (jejaring), .csv and .tsv with --map',
      ).choices(FORMAT_NAMES),
    )
    .option('--map <file>', 'mapping of columns for the format csv: see docs/import-formats.md')
    .option('--platform <name>', 'platform of the rows, where the format or mapping does not say')
    .addOption(new Option('--stream <stream>', 'stream of the rows, where they do not say').choices(STREAMS))
    .option('--resume', 'go on where an interrupted import of the same file stopped')
    .option('--rejects <folder>', 'folder for the rejects files (default: beside each file, or in the data folder)')
    .option('--json', 'print the results as JSON')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(importFiles);
};

async function importFiles(files: readonly string[], options: ImportOptions): Promise<void> {
  const environment = readEnvironment(process.env, options);
  const mapping = options.map === undefined ? undefined : readMapping(options.map);
  const formats = files.map((file) => formatOf(file, options.format, mapping !== undefined));
  const stop = stopOnSignal('stopping after the rows at hand …');
  const store = await openStore(environment);
  const bar = new ProgressBar();
  const results: ImportResult[] = [];
  try {
    for (const [index, path] of files.entries()) {
      if (stop.aborted) break;
      const request = {
        path,
        format: formats[index]!,
        options: readerOptions(options, mapping),
        resume: options.resume === true,
        rejectsPath: rejectsPath(path, options.rejects, environment.dataFolder),
        batchRows: BATCH_ROWS,
      };
      results.push(await importFile(store.ingest, request, listener(path, bar, stop)));
      bar.stop();
    }
  } finally {
    bar.stop();
    await store.close();
  }
  printResults(results, options.json === true);
  process.exitCode = exitCode(results);
}

function readerOptions({ platform, stream }: ImportOptions, mapping: CsvMapping | undefined) {
  return { now: Date.now(), platform, stream, mapping };
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

function exitCode(results: readonly ImportResult[]): number {
  if (results.some(({ stopped }) => stopped)) return EXIT.stopped;
  if (results.some(({ damage }) => damage !== null)) return EXIT.failed;
  return results.some(({ session }) => session.checkpoint.rejected > 0) ? EXIT.someRejected : EXIT.done;
}
