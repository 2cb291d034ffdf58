import { type Command, InvalidArgumentError } from 'commander';
import { addIssue, changeQuery } from '../issue/change-issue.js';
import { queueIssue } from '../issue/queue-issue.js';
import { shareIssue } from '../issue/share-issue.js';
import { listIssues, showIssue } from '../issue/show-issue.js';
import { addParameterOptions } from '../map/parameter-options.js';
import type { RegisterCommand } from '../register-command.js';

const QUERY_HELP = `
A query joins terms by AND (or nothing), OR, NOT and brackets: words, "phrases", #hashtags, url:, account:, platform:,
region:, since:, until:, date:. Responses to what matches (reposts, replies, quotes) belong to the issue as well, within
the query's platform, region and dates. A mistake is shown at its position.
`;
const DATA = ['--data <folder>', 'data folder (JEJARING_DATA)'] as const;
const JSON_OUT = ['--json', 'print as JSON'] as const;

/** `jejaring issue …`: the issues under watch. */
export const registerIssue: RegisterCommand = (program) => {
  const issue = program.command('issue').description('the issues under watch: add, list, show, query, share, queue');
  issue
    .command('add')
    .description('put a public issue under watch; stored mentions are matched at once, later ones on import')
    .requiredOption('--id <slug>', 'chosen once: lower-case letters, digits and hyphens')
    .requiredOption('--title <text>', 'what people call it')
    .requiredOption('--query <query>', 'which mentions belong to it')
    .option('--owner <agency>', 'id of the agency that owns it')
    .option('--shared-with <regions>', 'region codes whose units see it, by comma')
    .option(...JSON_OUT)
    .option(...DATA)
    .addHelpText(
      'after',
      `${QUERY_HELP}\nExample:\n  $ jejaring issue add --id banjir-jakarta --title "Banjir Jakarta" \\
      --query 'banjir AND (jakarta OR region:31) NOT "banjir diskon"' --shared-with 31,32`,
    )
    .action(addIssue);
  issue
    .command('list')
    .description('list issues by id, a page at a time')
    .option('--first <n>', 'how many, at most 500', whole, 50)
    .option('--after <cursor>', 'go on after the cursor that the last page ended with')
    .option(...JSON_OUT)
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  $ jejaring issue list --first 20')
    .action(listIssues);
  issue
    .command('show')
    .description('show an issue: its query and versions, its mentions, its latest run')
    .argument('<issue>', 'id of the issue')
    .option(...JSON_OUT)
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  $ jejaring issue show banjir-jakarta')
    .action(showIssue);
  issue
    .command('query')
    .description('change the query: makes a new version and matches all mentions again')
    .argument('<issue>', 'id of the issue')
    .argument('<query>', 'the new query')
    .option(...JSON_OUT)
    .option(...DATA)
    .addHelpText(
      'after',
      `${QUERY_HELP}\nExample:\n  $ jejaring issue query banjir-jakarta 'banjir AND #PrayForJakarta'`,
    )
    .action(changeQuery);
  registerShare(issue);
  const queue = issue
    .command('queue')
    .description('ask the job worker to map an issue')
    .argument('<issue>', 'id of the issue');
  addParameterOptions(queue)
    .option(...JSON_OUT)
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  $ jejaring issue queue banjir-jakarta --windows 10,60')
    .action(queueIssue);
};

function registerShare(issue: Command): void {
  issue
    .command('share')
    .description('share an issue with regions, and with others no longer')
    .argument('<issue>', 'id of the issue')
    .option('--with <regions>', 'region codes whose units see it from now on, by comma', codes)
    .option('--not-with <regions>', 'region codes whose units see it no longer, by comma', codes)
    .option(...JSON_OUT)
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  $ jejaring issue share banjir-jakarta --with 32,36 --not-with 33')
    .action(shareIssue);
}

function codes(text: string): string[] {
  return text.split(',').flatMap((code) => code.trim() || []);
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('must be a whole number.');
  return Number(text);
}
