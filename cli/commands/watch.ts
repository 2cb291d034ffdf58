import { type Command, Option } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import type { WatchParameters } from '#graph-jobs/detect/live/watch.js';
import { namedMapping } from '../coordination/named-mapping.js';
import { count, hours, seconds } from '../coordination/option-values.js';
import { EXIT } from '../exit-codes.js';
import { checkOutputs } from '../output/output-paths.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import { LookOutput } from '../watch/look-output.js';
import { mustBeFiles } from '../watch/must-be-files.js';
import { StateLock } from '../watch/state-lock.js';
import { nextStep, THRESHOLD_NOTE } from '../watch/threshold-note.js';
import { WatchRun } from '../watch/watch-run.js';

interface Options {
  readonly format: 'coortweet' | 'csv' | 'ndjson';
  readonly map?: string;
  readonly follow?: true;
  readonly window: number;
  readonly horizon: number;
  readonly lateness: number;
  readonly minWeight: number;
  readonly every: number;
  readonly state?: string;
  readonly saveEvery: number;
  readonly out?: string;
  readonly json?: true;
  readonly edges?: string;
  readonly actions?: string;
}

const EXAMPLES = `
Examples:
  $ jejaring watch shares.csv --follow --state watch.state --out new.ndjson
  $ collector | jejaring watch - --format ndjson --map object=hashtags,account=author.id,time=created_at,content=id
  $ jejaring watch shares.csv --horizon 168 --min-weight 5 --actions window.csv
  $ jejaring coordination window.csv --mode calibrated --groups groups.csv

A look at every full --every of the feed's own time, or when nothing came for as long, tells of pairs of accounts that
reached --min-weight and of co-timed groups with new members. It is compatible mode: a fixed threshold, with no word on
chance. After a stop, or a crash, the same command with the same --state goes on. Methods: docs/methods/live-network.md.

Exit codes: 0 the feed ended; 3 some rows left out (the first ten are named); 1 the feed or the state cannot be used, or
none of its rows; 2 wrong options; 130 stopped: go on with the same command, where there is a --state.
`;

export function registerWatch(program: Command): void {
  program
    .command('watch')
    .description('Watch a growing feed: the compatible network of its last hours, kept up as actions come')
    .argument('<feed>', 'CSV or NDJSON in UTF-8; - reads standard input')
    .addOption(
      new Option('--format <format>', 'coortweet and csv as for coordination; ndjson: an object a line, see --map')
        .choices(['coortweet', 'csv', 'ndjson'])
        .default('coortweet'),
    )
    .option(
      '--map <mapping>',
      'object=FIELD,account=FIELD,time=FIELD[,content=FIELD], or a JSON file; ndjson: a.b is b in a',
    )
    .option('--follow', 'wait for more at the end of the file, until stopped')
    .option('--window <seconds>', 'two actions at most this far apart are co-timed', seconds, 60)
    .option('--horizon <hours>', 'what is further back than this from the latest action leaves', hours, 24)
    .option('--lateness <seconds>', 'actions that come later than this are counted, not taken', seconds, 600)
    .option('--min-weight <n>', 'tell of pairs of accounts with at least this many pairs of posts', count, 3)
    .option('--every <seconds>', 'time between two looks', count, 60)
    .option('--state <file>', 'keep what is needed to go on after a stop or a crash')
    .option(
      '--save-every <seconds>',
      'how often --state, --edges and --actions are written; at the end in any case',
      count,
      30,
    )
    .option(
      '--out <file.ndjson>',
      'append what is new to a file instead of standard output; exactly once, with --state',
    )
    .option('--json', 'print what is new as JSON Lines')
    .option('--edges <out.csv>', 'write the network of the horizon from --min-weight on: from,to,weight')
    .option('--actions <out.csv>', 'write the actions of the horizon, for coordination')
    .addHelpText('after', EXAMPLES)
    .action(watch);
}

async function watch(path: string, options: Options): Promise<void> {
  const { state, out, edges, actions, json, follow } = options;
  const outputs = { '--state': state, '--out': out, '--edges': edges, '--actions': actions };
  checkOutputs(path, outputs, { replaces: false });
  mustBeFiles(outputs);
  if (follow && path === '-')
    throw new CodedError('BAD_PARAMETERS', 'Standard input is read until it ends in any case', {
      at: '--follow',
      hint: 'leave it out, or give a file',
    });
  const mapping = namedMapping(options);
  const parameters = parametersOf(options, mapping.content !== undefined);
  const signal = stopOnSignal('stopping after the rows at hand …');
  const output = new LookOutput(out, json === true);
  const run = new WatchRun(
    {
      path,
      json: options.format === 'ndjson',
      mapping,
      follow: follow === true,
      parameters,
      saveEveryMs: options.saveEvery * 1000,
      signal,
      ...(state !== undefined && { state }),
      ...(edges !== undefined && { edges }),
      ...(actions !== undefined && { actions }),
    },
    output,
  );
  // Before anything of the state is read.
  const lock = state === undefined ? null : new StateLock(state);
  try {
    await run.run();
  } finally {
    output.close();
    lock?.release();
  }
  printEnd(run, output, nextStep(actions, parameters.withContents));
  if (!signal.aborted && run.readNothing) throw nothingRead(path);
  if (signal.aborted) process.exitCode = EXIT.stopped;
  else if (run.rejected > 0 || run.watch.counts.AHEAD > 0) process.exitCode = EXIT.someRejected;
}

function parametersOf(options: Options, withContents: boolean): WatchParameters {
  const { window, horizon, lateness, minWeight, every } = options;
  for (const [option, value] of Object.entries({ '--window': window, '--lateness': lateness })) {
    if (value <= horizon * 3600) continue;
    throw new CodedError('BAD_PARAMETERS', `${value} s is longer than the horizon of ${horizon} hours`, {
      at: option,
      hint: 'give a longer --horizon',
    });
  }
  return {
    windowMs: window * 1000,
    horizonMs: horizon * 3_600_000,
    latenessMs: lateness * 1000,
    minWeight,
    everyMs: every * 1000,
    withContents,
  };
}

/** As of every file of which no row can be used: wrong columns are no success with some rows left out. */
function nothingRead(path: string): CodedError {
  return new CodedError('BAD_INPUT_FILE', 'None of its rows can be used', {
    at: path === '-' ? 'standard input' : path,
    hint: 'mend what is named above, or name other columns with --map',
  });
}

/** All that was not taken is said: nothing is lost in silence. */
function printEnd({ watch, rejected }: WatchRun, output: LookOutput, next: string): void {
  const { counts, names } = watch;
  const left = [
    [counts.REPEATED, 'repeated an action that is kept'],
    [counts.TOO_LATE, 'came later than --lateness allows: not in the network; is the feed in the order of its times?'],
    [counts.ITSELF, 'share themselves: they pair with nothing'],
    [counts.AHEAD, 'are ahead of the clock: not in the network; does their time name its zone?'],
    [rejected, 'rows could not be read'],
  ] as const;
  console.error(`${counts.TAKEN} actions taken, ${names.network.length} in the horizon; ${output.looks} looks told of`);
  for (const [many, what] of left) if (many > 0) console.error(`${many} ${what}`);
  console.error(`${THRESHOLD_NOTE}\n${next}`);
}
