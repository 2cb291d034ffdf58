import { setImmediate } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { STREAMS } from '#domain/mention.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { writeTable } from '#graph-jobs/csv-file/table-file.js';
import { DEFAULT_BURST_PARAMETERS as DEFAULTS } from '#graph-jobs/emerging/burst-parameters.js';
import { FORMAT_NAMES } from '#graph-jobs/ingest/formats/read-format.js';
import { count, countOrNone, rate } from '../coordination/option-values.js';
import {
  type EmergingResult,
  emergingInFile,
  emergingInStore,
  type SourceOptions,
} from '../emerging/emerging-source.js';
import { emergingColumns, emergingRows } from '../emerging/emerging-table.js';
import { checkedZone } from '../emerging/look-period.js';
import { printEmerging } from '../emerging/print-emerging.js';
import { registerDecisions } from '../emerging/register-decisions.js';
import { EXIT } from '../exit-codes.js';
import { checkOutputs } from '../output/output-paths.js';
import { ProgressBar, sayBesideProgress } from '../progress/progress-bar.js';
import { stopAtOnce, stopOnSignal } from '../progress/stop-on-signal.js';

interface Options extends SourceOptions {
  readonly minAccounts: number;
  readonly fdr: number;
  readonly top: number;
  readonly skip: number;
  readonly out?: string;
  readonly json?: true;
}

/** Options that say how a file is read. */
const OF_FILES = ['format', 'map', 'platform', 'stream'] as const;
/** Options that need one. */
const OF_STORES = ['data', 'keep'] as const;

const EXAMPLES = `
Examples:
  $ jejaring emerging
  $ jejaring emerging --since 2026-03-01 --until 2026-03-08 --top 50 --out emerging.csv
  $ jejaring emerging --skip 20
  $ jejaring emerging --keep
  $ jejaring emerging mentions.csv --format brandwatch --zone Asia/Jakarta --json

Without a file: the mentions of the store that no issue holds. With one: all mentions of the file, in any format that
"jejaring import" reads; its account ids are written as they stand there.

At the end of each hour, hashtags, links and near-duplicate texts are counted by account over the last 1, 6 and 24 hours,
beside what their last four weeks let expect of these hours of the day and the week. Times are rounded to whole hours.
What is listed is a candidate for people to look at, never a verdict: a burst may be a holiday, a match, a flood or a
campaign. How often such a list errs: docs/methods/emerging.md. To follow one: jejaring emerging take-up.

With --keep the search and its candidates stay in the store, for the API and for people to take up or dismiss; what goes on is
found again as the same candidate, and what people decided stays. To search by itself, once an hour, in a process of its own:
  0 * * * *  jejaring emerging --keep

Exit codes: 0 done; 3 some rows of the file left out (the first ten are named); 1 failed, or the file could not be
read to its end; 2 wrong options; 130 stopped, and nothing is written
(once all is read, Ctrl-C ends the process at once).
`;

export function registerEmerging(program: Command): void {
  const command = program
    .command('emerging')
    // Options behind a subcommand are its own.
    .enablePositionalOptions()
    .description(
      'find what newly bursts and no issue covers: candidates with their sources, against a seasonal baseline',
    )
    .argument('[file]', 'look at a file instead of the store')
    .option('--since <time>', 'first moment to look at (default: 24 hours before the end)')
    .option('--until <time>', 'end (default: the hour of the newest mention)')
    .option('--zone <zone>', 'whose hours and weekdays count, and the zone of times that name none', DEFAULTS.zone)
    .option('--min-accounts <n>', 'accounts in a window at least', count, DEFAULTS.leastAccounts)
    .option('--fdr <rate>', 'share of the list that may be chance', rate, DEFAULTS.falseDiscoveryRate)
    .option('--top <n>', 'candidates shown', count, 20)
    .option('--skip <n>', 'candidates passed over first', countOrNone, 0)
    .option('--out <out.csv>', 'write a row for each object of each candidate, all of them')
    .option('--keep', 'keep the search and its candidates in the store')
    .option('--json', 'print the candidates shown, with their sources, as JSON')
    .addOption(new Option('--format <format>', 'of the file (default: auto)').choices(['auto', ...FORMAT_NAMES]))
    .option('--map <file>', 'of the file: mapping of columns, see docs/import-formats.md')
    .option('--platform <name>', 'of the file, where it does not say')
    .addOption(new Option('--stream <stream>', 'of the file, where it does not say').choices(STREAMS))
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(emerging);
  registerDecisions(command);
}

async function emerging(file: string | undefined, options: Options, command: Command): Promise<void> {
  fitting(file, options);
  checkOutputs(file ?? null, { '--out': options.out });
  const zone = checkedZone(options.zone);
  const result = await find(file, { ...options, zone }, command);
  const shown = result.issues.slice(options.skip, options.skip + options.top);
  if (options.out !== undefined) writeTable(options.out, 'candidates', emergingColumns(), emergingRows(result.issues));
  if (options.json) {
    const { looked, issues } = result;
    console.log(JSON.stringify({ looked, total: issues.length, skipped: options.skip, candidates: shown }, null, 2));
  } else printEmerging({ issues: shown, total: result.issues.length, skipped: options.skip }, result.looked, zone);
  nameHistory(result);
  if (result.kept !== null) console.error(keptText(result.kept.id, result.issues.length));
  if (result.rejected > 0) process.exitCode = EXIT.someRejected;
  if (result.damaged) process.exitCode = EXIT.failed;
}

function keptText(search: string, candidates: number): string {
  if (candidates === 0) return `kept: search ${search}, which found no candidate`;
  return `kept: search ${search} and ${candidates === 1 ? 'its candidate' : `all of its ${candidates} candidates`}: jejaring emerging list`;
}

async function find(file: string | undefined, options: Options, command: Command): Promise<EmergingResult> {
  const signal = stopOnSignal('stopping …');
  let bar = new ProgressBar();
  const onPart =
    (title: string): ProgressListener =>
    (done, total) => {
      bar.update({ title, done, total });
      if (signal.aborted) throw new CodedError('STOPPED', 'Stopped; nothing was written', { at: file ?? 'the store' });
    };
  const onAllRead = () => {
    bar.stop();
    bar = new ProgressBar(process.stderr, true);
    stopAtOnce();
  };
  const parameters = { leastAccounts: options.minAccounts, falseDiscoveryRate: options.fdr, zone: options.zone };
  const work = { parameters, onPart, onAllRead, onNotice: sayBesideProgress };
  try {
    await setImmediate();
    if (file === undefined) return await emergingInStore(options, work);
    const told = command.getOptionValueSource('zone') === 'cli' ? options.zone : undefined;
    return await emergingInFile(file, options, { ...work, zone: told });
  } finally {
    bar.stop();
  }
}

/** Throws BAD_PARAMETERS where an option is for the other source. */
function fitting(file: string | undefined, options: Options): void {
  const all = file === undefined ? OF_FILES : OF_STORES;
  const wrong = all.find((name) => options[name] !== undefined);
  if (wrong === undefined) return;
  throw new CodedError('BAD_PARAMETERS', file === undefined ? 'This is for a file' : 'A file is read without a store', {
    at: `--${wrong}`,
    hint: file === undefined ? 'name the file, or leave this out' : 'leave out the file, or this',
  });
}

/** An empty list of hours that could not be looked at is no good news. */
function nameHistory({ looked }: EmergingResult): void {
  if (looked.hoursWithHistory === looked.hours) return;
  console.error(
    `${looked.hours - looked.hoursWithHistory} of ${looked.hours} hours have less than three days of mentions before them and were not looked at`,
  );
}
