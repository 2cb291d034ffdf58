import { type Command, InvalidArgumentError } from 'commander';
import { DEFAULT_SCENARIO } from '#simulator/default-parameters.js';
import type { ScenarioParameters } from '#simulator/parameters.js';
import { writeScenario } from '#simulator/write-scenario.js';
import { checkOutputs } from '../output/output-paths.js';
import type { RegisterCommand } from '../register-command.js';

interface SimulateOptions {
  readonly out: string;
  readonly truth?: string;
  readonly seed: number;
  readonly days: number;
  readonly accounts: number;
  readonly mentions: number;
  readonly start: string;
  readonly groupMembers: number;
  readonly groupDelay: number;
}

/** `jejaring simulate`: a fictional issue with known truth. */
export const registerSimulate: RegisterCommand = (program) => {
  const group = DEFAULT_SCENARIO.groups[0]!;
  program
    .command('simulate')
    .description('write a fictional issue as a jejaring NDJSON file, and what was planted in it')
    .requiredOption('--out <file>', 'NDJSON file to write; gzip when it ends in .gz')
    .option('--truth <file>', 'JSON file for what was planted: groups, hoax, agencies, parameters')
    .option('--seed <number>', 'the same seed and options give the same bytes', whole, DEFAULT_SCENARIO.seed)
    .option('--days <number>', 'length of the scenario', positive, DEFAULT_SCENARIO.days)
    .option('--accounts <number>', 'organic accounts to draw from', whole, DEFAULT_SCENARIO.accounts)
    .option('--mentions <number>', 'organic mentions to aim at', whole, DEFAULT_SCENARIO.mentions)
    .option('--start <time>', 'ISO 8601 with offset', DEFAULT_SCENARIO.startAt)
    .option('--group-members <number>', 'members of the planted co-timed group', whole, group.members)
    .option('--group-delay <seconds>', 'mean delay within the group', positive, group.delayMeanSeconds)
    .addHelpText(
      'after',
      `
Examples:
  $ jejaring simulate --out flood.ndjson --truth flood-truth.json
  $ jejaring simulate --out large.ndjson.gz --mentions 2000000 --accounts 400000 --days 30 --seed 7`,
    )
    .action(simulate);
};

async function simulate(options: SimulateOptions, command: Command): Promise<void> {
  checkOutputs(null, { '--out': options.out, '--truth': options.truth });
  const files = { out: options.out, truth: options.truth ?? null };
  const { counts } = await writeScenario(scenarioOf(options), files, (lines) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${lines} lines`);
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(`${command.name()}: ${counts.mentions} mentions in ${counts.lines} lines written to ${options.out}`);
}

function scenarioOf(options: SimulateOptions): ScenarioParameters {
  const { seed, days, accounts, mentions, start: startAt, groupMembers, groupDelay } = options;
  const groups = DEFAULT_SCENARIO.groups.map((group, i) => {
    return i === 0 ? { ...group, members: groupMembers, delayMeanSeconds: groupDelay } : group;
  });
  return { ...DEFAULT_SCENARIO, seed, days, accounts, mentions, startAt, groups };
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number of 0 or more is wanted');
  return Number(text);
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('a number above 0 is wanted');
  return number;
}
