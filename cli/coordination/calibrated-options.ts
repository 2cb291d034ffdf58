import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { Behaviour } from '#domain/action.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { MOST_WINDOWS } from '#domain/run-parameters.js';
import { count, countOrNone, rate, windows } from './option-values.js';

export interface CalibratedOptions {
  readonly fdr: number;
  readonly windows: readonly number[];
  readonly groups?: string;
  readonly explanations?: string;
  readonly copies: number;
  readonly validate?: number;
  readonly threads: number;
  readonly seed: number;
}

const OPTIONS_OF_MODE = {
  calibrated: ['fdr', 'windows', 'groups', 'explanations', 'copies', 'validate', 'threads', 'seed'],
  compatible: ['window', 'minParticipation', 'minWeight'],
} as const;
const OPTIONS_OF_TEXT = ['similarity', 'textWindow'] as const;

export function addCalibratedOptions(command: Command): Command {
  return command
    .option('--fdr <rate>', 'calibrated: share of false ones accepted among the pairs kept, 1e-9 to 0.5', rate, 0.01)
    .addOption(
      new Option('--windows <seconds>', `calibrated: co-timed within, by comma, at most ${MOST_WINDOWS}`)
        .argParser(windows)
        .default([10, 60, 600], '10,60,600'),
    )
    .option('--groups <out.csv>', 'calibrated: write group_id,account_id,group_size,q_value,chance_rate')
    .option(
      '--explanations <out.csv>',
      'calibrated: write the ordinary explanations of groups: group_id,explanation,share,note; the note says what a file cannot tell',
    )
    .option('--copies <n>', 'calibrated: shuffled copies for the chance rate of groups', countOrNone, 20)
    .option(
      '--validate <n>',
      'calibrated: also detect in n copies shuffled under each rule, and count false groups',
      count,
    )
    .addOption(
      new Option('--threads <n>', 'calibrated: threads that work')
        .argParser(count)
        .default(availableParallelism(), 'as many as there are processors'),
    )
    .option('--seed <n>', 'calibrated: of every random step', countOrNone, 1);
}

/** Throws BAD_PARAMETERS for an option of another mode or behaviour: it would change nothing, and somebody meant it to. */
export function onlyOptionsOf(
  { mode, behaviour }: { readonly mode: keyof typeof OPTIONS_OF_MODE; readonly behaviour: Behaviour },
  command: Command,
): void {
  const other = mode === 'calibrated' ? 'compatible' : 'calibrated';
  refuse(OPTIONS_OF_MODE[other], `--mode ${other}`, command);
  if (behaviour !== 'CO_TEXT') refuse(OPTIONS_OF_TEXT, '--behaviour CO_TEXT', command);
}

function refuse(names: readonly string[], needed: string, command: Command): void {
  const wrong = names.find((name) => command.getOptionValueSource(name) === 'cli');
  if (wrong === undefined) return;
  const option = command.options.find((known) => known.attributeName() === wrong);
  throw new CodedError('BAD_PARAMETERS', `This option is for ${needed}`, {
    at: option?.long ?? wrong,
    hint: `leave it out, or add ${needed}`,
  });
}
