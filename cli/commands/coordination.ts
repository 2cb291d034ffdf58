import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { BEHAVIOURS, type Behaviour } from '#domain/action.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { RowTally } from '#graph-jobs/csv-file/csv-reader.js';
import { actionFile } from '#graph-jobs/detect/action-file/action-file.js';
import type { ActionFileMapping } from '#graph-jobs/detect/action-file/action-file-mapping.js';
import type { ActionRowsFile } from '#graph-jobs/detect/action-file/action-file-reader.js';
import { readActionRows } from '#graph-jobs/detect/action-file/read-action-file.js';
import {
  DEFAULT_TEXT_PARAMETERS as TEXT,
  type TextParameters,
} from '#graph-jobs/detect/near-duplicates/text-parameters.js';
import { keepHeapSmall } from '#platform/free-memory.js';
import { addCalibratedOptions, type CalibratedOptions, onlyOptionsOf } from '../coordination/calibrated-options.js';
import {
  type CoordinationNetwork,
  canBeCompact,
  compactCoordinationNetwork,
  coordinationNetwork,
  EVIDENCE_BOUNDS,
} from '../coordination/coordination-network.js';
import { nameBounds } from '../coordination/name-bounds.js';
import { namedMapping } from '../coordination/named-mapping.js';
import { count, seconds, similarity } from '../coordination/option-values.js';
import { type CoordinationSummary, printSummary, summaryOf } from '../coordination/summary.js';
import { EXIT } from '../exit-codes.js';
import { mustHaveRows, nameRejects } from '../input/rejected-rows.js';
import { checkOutputs } from '../output/output-paths.js';

interface Options extends CalibratedOptions {
  readonly format: 'coortweet' | 'csv';
  readonly map?: string;
  readonly mode: 'calibrated' | 'compatible';
  readonly behaviour: Behaviour;
  readonly window: number;
  readonly minParticipation: number;
  readonly minWeight: number;
  readonly similarity: number;
  readonly textWindow: number;
  readonly edges?: string;
  readonly evidence?: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ jejaring coordination tweets.csv.gz --edges edges.csv --groups groups.csv --explanations explanations.csv
  $ jejaring coordination tweets.csv.gz --windows 60,3600 --validate 20
  $ jejaring coordination reposts.csv.gz --format csv --json \\
      --map object=post_id,account=user_id,time=created_at_unix,content=repost_mid
  $ jejaring coordination tweets.csv.gz --mode compatible --window 60 --min-participation 2 --edges edges.csv
  $ jejaring coordination posts.csv --behaviour CO_TEXT --windows 3600 --format csv --map object=text,account=user,time=at

Exit codes: 0 all rows read; 3 some rows left out (the first ten are named); 1 the file cannot be used; 2 wrong options;
130 stopped.
`;

export function registerCoordination(program: Command): void {
  const command = program
    .command('coordination')
    .description('Find accounts that act on the same things at the same time, straight from a file: no store is needed')
    .argument('<file>', 'CSV in UTF-8, plain or gzip; the first line names the columns and tells the delimiter')
    .addOption(
      new Option('--format <format>', 'coortweet: object_id, account_id, content_id, timestamp_share; csv: see --map')
        .choices(['coortweet', 'csv'])
        .default('coortweet'),
    )
    .option('--map <mapping>', 'for csv: object=COLUMN,account=COLUMN,time=COLUMN[,content=COLUMN], or a JSON file')
    .addOption(
      new Option('--mode <mode>', 'calibrated: against chance; compatible: by a fixed cut, as CooRTweet does')
        .choices(['calibrated', 'compatible'])
        .default('calibrated'),
    )
    .addOption(
      new Option('--behaviour <behaviour>', 'what sharing an object means in this file')
        .choices(BEHAVIOURS)
        .default('CO_REPOST'),
    )
    .option(
      '--similarity <n>',
      'of CO_TEXT: least Jaccard similarity of two texts, above 0.5',
      similarity,
      TEXT.similarity,
    )
    .option(
      '--text-window <seconds>',
      'of CO_TEXT: longest pause in a text that goes on',
      seconds,
      TEXT.windowMs / 1000,
    )
    .option(
      '--edges <out.csv>',
      'write the network: from,to,window,occasions,expected,q_who,q_when, a row for each window that kept the pair; compatible: from,to,weight',
    );
  addCalibratedOptions(command)
    .option('--window <seconds>', 'compatible: two actions at most this far apart are co-timed', seconds, 60)
    .option(
      '--min-participation <n>',
      'compatible: leave out accounts with fewer co-timed actions (as CooRTweet counts)',
      count,
      1,
    )
    .option('--min-weight <n>', 'compatible: keep pairs of accounts with at least this many pairs of posts', count, 1)
    .option(
      '--evidence <out.csv>',
      `write the pairs of posts behind it: from,to,object,post_a,post_b,seconds_apart; at most ${EVIDENCE_BOUNDS.mostRowsOfEdge} a pair of accounts and ${EVIDENCE_BOUNDS.mostRows} in all`,
    )
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', EXAMPLES)
    .action(coordination);
}

async function coordination(path: string, options: Options, command: Command): Promise<void> {
  onlyOptionsOf(options, command);
  const { edges, groups, evidence, explanations } = options;
  const outputs = { '--edges': edges, '--groups': groups, '--evidence': evidence, '--explanations': explanations };
  checkOutputs(path, outputs);
  const started = performance.now();
  keepHeapSmall(statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const read = await readActionRows(path, mappingOf(options), options.behaviour, progress('reading', path));
  mustHaveRows(path, read, 'name other columns with --format csv --map');
  await detect(path, options, read);
  nameRejects(read);
  console.error(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (read.rejected > 0) process.exitCode = EXIT.someRejected;
}

/** Loads what only some ways need when they need it: all together they take as much memory as half a million rows. */
async function detect(path: string, options: Options, read: ActionRowsFile): Promise<void> {
  const { mode, behaviour } = options;
  if (mode === 'compatible' && behaviour !== 'CO_TEXT' && canBeCompact(options)) {
    printCompatible(path, options, read, compactCoordinationNetwork(read, options));
    return;
  }
  let file = actionFile(read, behaviour);
  if (behaviour === 'CO_TEXT') {
    const { textActions } = await import('#graph-jobs/detect/action-file/text-actions.js');
    file = textActions(file, textParametersOf(options), progress('comparing', path));
  }
  if (mode === 'compatible') {
    printCompatible(path, options, read, coordinationNetwork(file, options));
    return;
  }
  const { detectCalibrated } = await import('../coordination/detect-calibrated.js');
  await detectCalibrated(path, options, file);
}

function printCompatible(path: string, options: Options, read: RowTally, network: CoordinationNetwork): void {
  const summary: CoordinationSummary = summaryOf(path, options, read, network);
  if (options.json) console.log(JSON.stringify(summary, null, 2));
  else printSummary(summary);
  nameBounds(network);
}

/** A text goes on for as long as two actions may be apart, by the window or windows that the mode heeds. */
function textParametersOf({ similarity, textWindow, mode, window, windows }: Options): TextParameters {
  const apart = mode === 'calibrated' ? windows : [window];
  return { similarity, windowMs: Math.max(textWindow, ...apart) * 1000 };
}

function mappingOf(options: Options): ActionFileMapping {
  const mapping = namedMapping(options);
  if (options.evidence === undefined || mapping.content !== undefined) return mapping;
  throw new CodedError('BAD_PARAMETERS', 'Evidence names posts, and the mapping has no column of their ids', {
    at: '--evidence',
    hint: 'add content=COLUMN to --map',
  });
}

function progress(what: string, path: string): ((done: number, total: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / Math.max(total, 1));
    if (percent === shown) return;
    shown = percent;
    process.stderr.write(`\r${what} ${path}: ${percent} %${percent === 100 ? '\n' : ''}`);
  };
}
