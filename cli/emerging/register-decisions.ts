import { type Command, Option } from 'commander';
import { CANDIDATE_VERDICTS } from '#domain/emerging-issue.js';
import { count } from '../coordination/option-values.js';
import { dismiss, takeUp } from './decide.js';
import { listCandidates } from './list-candidates.js';

const DATA = ['--data <folder>', 'data folder (JEJARING_DATA)'] as const;
const JSON_OUT = ['--json', 'print as JSON'] as const;
const CANDIDATE = ['<candidate>', 'its id, as "jejaring emerging list" shows it'] as const;

/** `jejaring emerging …`: the candidates that the store keeps, and what people make of them. */
export function registerDecisions(emerging: Command): void {
  emerging
    .command('list')
    .description('list the candidates that searches kept, those of the latest period first')
    .addOption(new Option('--state <state>', 'only those').choices(['CANDIDATE', ...CANDIDATE_VERDICTS]))
    .option('--first <n>', 'how many, from 1 to 500', count, 50)
    .option('--after <cursor>', 'go on after the cursor that the last page ended with')
    .option(...JSON_OUT)
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  $ jejaring emerging list --state CANDIDATE')
    .action(listCandidates);
  withDecision(emerging.command('take-up').description('put a candidate under watch: makes an issue of it'))
    .requiredOption('--id <slug>', 'of the issue, chosen once: lower-case letters, digits and hyphens')
    .requiredOption('--title <text>', 'what people call it')
    .option('--query <query>', 'which mentions belong to it (default: its hashtags, links and texts)')
    .option('--owner <agency>', 'id of the agency that owns it')
    .option('--shared-with <regions>', 'region codes whose units see it, by comma')
    .addHelpText(
      'after',
      '\nExample:\n  $ jejaring emerging take-up 4be0f0ee6d1c9a52 --id jembatan-putus --title "Jembatan putus" \\\n      --by "Sari, Diskominfo" --reason "Residents ask when it is repaired."',
    )
    .action(takeUp);
  withDecision(emerging.command('dismiss').description('note that a candidate is no issue, and why; it stays so'))
    .addHelpText(
      'after',
      '\nExample:\n  $ jejaring emerging dismiss 4be0f0ee6d1c9a52 --by "Sari, Diskominfo" --reason "A football match."',
    )
    .action(dismiss);
}

function withDecision(command: Command): Command {
  return command
    .argument(...CANDIDATE)
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--reason <text>', 'why')
    .option('--decision <id>', 'id of the decision: the same one sent again is there once (default: a new one)')
    .option(...JSON_OUT)
    .option(...DATA);
}
