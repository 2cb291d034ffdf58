import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { ROLES, SCOPES } from '#domain/access/scopes.js';
import { ApiKeyFile, apiKeysPath } from '#platform/api-keys/api-key-file.js';
import { dataFolderOf } from '#platform/environment.js';
import { type IssueFlags, issueKey, mustSayForWhom, roleWord } from '../keys/issue-key.js';
import { keyLines } from '../keys/key-lines.js';
import { internalKeyPaths, writeInternalKeys } from '../keys/write-internal-keys.js';
import type { RegisterCommand } from '../register-command.js';

const DATA = ['--data <folder>', 'data folder (JEJARING_DATA)'] as const;

const ISSUE_HELP = `
The key is printed once and kept as a hash: who loses it gets another. From the first key on the hub asks callers who they
are (docs/access.md).

Scopes: ${Object.keys(SCOPES).join(', ')}.

Examples:
  jejaring keys issue --name "Dasbor Jawa Barat" --role regional-system --region 32
  jejaring keys issue --name "Analis pusat" --role national-analyst --no-agency --days 30`;

export const registerKeys: RegisterCommand = (program) => {
  const keys = program.command('keys').description('API keys of systems that call the hub, and the key of the gateway');
  keys
    .command('issue')
    .description('make an API key and print it, once')
    .requiredOption('--name <name>', 'whose it is, for people')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES.map(roleWord)).makeOptionMandatory())
    .option('--region <code...>', 'only rows of these regions and of what lies in them (Kemendagri codes)')
    .option('--agency <id>', 'the agency that it acts for')
    .option('--no-agency', 'it acts for no agency: said of every key that reviews findings')
    .option('--scope <scope...>', 'only these scopes of the role')
    .option('--days <number>', 'how many days it holds, at most 366', '90')
    .option(...DATA)
    .addHelpText('after', ISSUE_HELP)
    .action((flags: IssueFlags & { data?: string }) => {
      mustSayForWhom(flags);
      const { key, id } = issueKey(keysIn(flags), flags);
      console.log(key);
      console.error(`Key ${id}: shown this once. Callers send it as "authorization: Bearer ${key.slice(0, 8)}…".`);
      console.error('A hub that asked nobody until now does so from its next start on: start it again.');
    });
  keys
    .command('list')
    .description('show the keys, without what is secret')
    .option('--json', 'print them as JSON')
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  jejaring keys list')
    .action((flags: { json?: true; data?: string }) => {
      const states = [...keysIn(flags).all().values()];
      if (flags.json)
        console.log(
          JSON.stringify(states.map(({ key: { hash: _, ...shown }, revokedAt }) => ({ ...shown, revokedAt }))),
        );
      else if (states.length === 0) console.error('there are no keys yet: "jejaring keys issue" makes one');
      else for (const line of keyLines(states)) console.log(line);
    });
  keys
    .command('revoke')
    .description('end a key: the next request with it is refused')
    .argument('<id>', 'its public id, as "jejaring keys list" shows it')
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  jejaring keys revoke 27e7178d011c')
    .action((id: string, flags: { data?: string }) => {
      keysIn(flags).revoke(id);
      console.log(`key ${id} is revoked`);
    });
  keys
    .command('internal')
    .description('make the key with which the gateway signs what it asks of subgraphs that run as services')
    .requiredOption(
      '--folder <folder>',
      'where to write gateway.key (for the gateway) and gateway.pub (for the subgraphs)',
    )
    .option('--public <folder>', 'where the public half goes (default: the same folder)')
    .option('--once', 'leave a key that is there already as it is')
    .addHelpText(
      'after',
      '\nSet INTERNAL_SIGNING_KEY_FILE of the gateway and INTERNAL_PUBLIC_KEY_FILE of the subgraphs to them.\n\nExample:\n  jejaring keys internal --folder keys',
    )
    .action(({ folder, public: publicFolder, once }: { folder: string; public?: string; once?: true }) => {
      const isThere = internalKeyPaths(folder, publicFolder).every((path) => existsSync(path));
      if (once && isThere) console.log('the keys are there already');
      else for (const path of writeInternalKeys(folder, publicFolder)) console.log(path);
    });
};

function keysIn(flags: { data?: string }): ApiKeyFile {
  return new ApiKeyFile(apiKeysPath(process.env, dataFolderOf(process.env, flags)));
}
