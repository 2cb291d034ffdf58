import type { Command } from 'commander';
import { auditHead } from '../audit/audit-head.js';
import { listAudit } from '../audit/list-audit.js';
import { summarizeAudit } from '../audit/summarize-audit.js';
import { verifyAudit } from '../audit/verify-audit.js';
import { count } from '../coordination/option-values.js';

const DATA = ['--data <folder>', 'data folder (JEJARING_DATA)'] as const;
const FROM = ['--from <time>', 'from this time on: ISO 8601, in UTC where it names no zone'] as const;
const TO = ['--to <time>', 'up to, and without, this time'] as const;

const VERIFY_EXAMPLES = `
Examples:
  $ jejaring audit verify
  $ jejaring audit verify --head 5f1c…   # as "jejaring audit head" printed it then
  $ jejaring audit verify --data /mnt/copy --no-seals --json

Any byte that was changed, put in or left out is found. Whole entries cut from the end are found by a head alone that was
noted elsewhere. Whoever has audit.key can make a log anew: only such a head tells then. More: docs/audit.md.

Exit codes: 0 it fits; 1 it does not, and the first place is said; 2 wrong options; 130 stopped.
`;

const LIST_EXAMPLES = `
Examples:
  $ jejaring audit list --from 2026-11-01 --to 2026-12-01 --principal key:98f9086a2fa9
  $ jejaring audit list --first 1000 --after 1000 --json

Oldest first. What was printed is not verified: ask "jejaring audit verify".
`;

const SUMMARY_EXAMPLES = `
Example:
  $ jejaring audit summary --from 2026-11-01 --to 2026-12-01 > audit-2026-11.csv

Rows of fewer requests than a cell must have say so instead of the number, and there are no totals to take them from.
`;

/** The commands of the audit log. */
export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('who asked for what, and whether that log is whole');
  audit
    .command('verify')
    .description('walk the chain of the log and tell the first entry that does not fit')
    .option('--head <hash>', 'hash of an entry, noted elsewhere, that must be in the log')
    .option('--after <hash>', 'hash of the last entry of files that were put away')
    .option('--key <file>', 'key of the seals (default: audit.key of the data folder)')
    .option('--no-seals', 'look at the chain alone, without the key')
    .option('--json', 'print the result as JSON')
    .option(...DATA)
    .addHelpText('after', VERIFY_EXAMPLES)
    .action(verifyAudit);
  audit
    .command('head')
    .description('print number and hash of the last entry, to be noted where nobody who writes the log can change it')
    .option(...DATA)
    .addHelpText('after', '\nExample:\n  $ jejaring audit head')
    .action(auditHead);
  audit
    .command('list')
    .description('print entries, oldest first')
    .option(...FROM)
    .option(...TO)
    .option('--principal <name>', 'only of this principal')
    .option('--first <n>', 'at most so many', count, 100)
    .option('--after <number>', 'those after this entry', count)
    .option('--json', 'print the entries as NDJSON')
    .option(...DATA)
    .addHelpText('after', LIST_EXAMPLES)
    .action(listAudit);
  audit
    .command('summary')
    .description('requests by day, role and root field, as CSV that can be published')
    .option(...FROM)
    .option(...TO)
    .option('--min-cell <n>', 'requests that a row must have for its number to be told', count, 10)
    .option(...DATA)
    .addHelpText('after', SUMMARY_EXAMPLES)
    .action(summarizeAudit);
}
