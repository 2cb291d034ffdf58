import type { Command } from 'commander';
import { BEHAVIOURS } from '#domain/action.js';
import { DEFAULT_RUN_PARAMETERS as DEFAULT, type RunParameters } from '#domain/run.js';
import { type ParameterNames, runParameters } from '#domain/run-parameters.js';

export interface ParameterOptions {
  readonly behaviours?: string;
  readonly mode?: string;
  readonly fdr?: string;
  readonly windows?: string;
  readonly window?: string;
  readonly minParticipation?: string;
  readonly minWeight?: string;
  readonly engine?: string;
  readonly communities?: string;
  readonly resolution?: string;
  readonly copies?: string;
  readonly seed?: string;
}

const OPTION_OF: ParameterNames = {
  behaviours: '--behaviours',
  mode: '--mode',
  fdr: '--fdr',
  windowsSeconds: '--windows',
  windowSeconds: '--window',
  minParticipation: '--min-participation',
  minWeight: '--min-weight',
  engine: '--engine',
  communityMethod: '--communities',
  resolution: '--resolution',
  shuffledCopies: '--copies',
  seed: '--seed',
};

/** The options that decide what a run finds. */
export function addParameterOptions(command: Command): Command {
  return command
    .option(
      '--behaviours <list>',
      `what counts as acting alike, by comma, of ${BEHAVIOURS.join(',')} (default: ${DEFAULT.behaviours.join(',')})`,
    )
    .option(
      '--mode <mode>',
      'how pairs are judged: calibrated, against chance, or compatible, by a fixed cut (default: calibrated)',
    )
    .option('--fdr <rate>', `calibrated: share of false ones accepted among the pairs kept (default: ${DEFAULT.fdr})`)
    .option('--windows <seconds>', `calibrated: co-timed within, by comma (default: ${DEFAULT.windowsSeconds})`)
    .option(
      '--window <seconds>',
      `compatible: two actions at most this far apart are co-timed (default: ${DEFAULT.windowSeconds})`,
    )
    .option(
      '--min-participation <n>',
      `compatible: leave out accounts with fewer actions of a behaviour (default: ${DEFAULT.minParticipation})`,
    )
    .option(
      '--min-weight <n>',
      `compatible: keep pairs of accounts with at least this many pairs (default: ${DEFAULT.minWeight})`,
    )
    .option(
      '--engine <name>',
      'what measures the network: auto, in-process, or gds in the Neo4j server (default: auto)',
    )
    .option('--communities <method>', 'louvain, or leiden (gds only) (default: louvain)')
    .option('--resolution <n>', `of the communities; larger gives smaller ones (default: ${DEFAULT.resolution})`)
    .option('--copies <n>', `shuffled copies for the chance rate (default: ${DEFAULT.shuffledCopies})`)
    .option('--seed <n>', `of every random step (default: ${DEFAULT.seed})`);
}

/** Throws BAD_PARAMETERS naming every fault at once. */
export function parametersOf(options: ParameterOptions): RunParameters {
  const given = {
    behaviours: options.behaviours?.split(',').map(nameOf),
    mode: nameOf(options.mode),
    fdr: numberOf(options.fdr),
    windowsSeconds: options.windows?.split(',').map(numberOf),
    windowSeconds: numberOf(options.window),
    minParticipation: numberOf(options.minParticipation),
    minWeight: numberOf(options.minWeight),
    engine: nameOf(options.engine),
    communityMethod: nameOf(options.communities),
    resolution: numberOf(options.resolution),
    shuffledCopies: numberOf(options.copies),
    seed: numberOf(options.seed),
  };
  return runParameters(given, OPTION_OF);
}

/** `in-process` as IN_PROCESS. */
function nameOf<Text extends string | undefined>(text: Text): Text {
  return text?.trim().toUpperCase().replaceAll('-', '_') as Text;
}

/** Text that is no number stays text, so that the fault is told together with all others. */
function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
