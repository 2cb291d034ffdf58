import { rename, writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { formatsFor, REPORT_ZONES, type ReportZone } from '#graph-jobs/report/html/formats.js';
import { renderReport } from '#graph-jobs/report/html/render-report.js';
import { withClaims } from '#graph-jobs/report/html/report-claims.js';
import { gatherReport } from '#graph-jobs/report/html/report-input.js';
import { REPORT_LANGUAGES, type ReportLanguage } from '#graph-jobs/report/html/texts/catalogues.js';
import { readEnvironment } from '#platform/environment.js';
import { openStore } from '#store/open-store.js';
import { checkOutputs } from '../output/output-paths.js';
import type { RegisterCommand } from '../register-command.js';
import { warnIfStale } from '../report/stale-query.js';

interface ReportFlags {
  readonly out: string;
  readonly lang: ReportLanguage;
  readonly zone: ReportZone;
  readonly run?: string;
  readonly data?: string;
}

const EXAMPLES = `
Examples:
  $ jejaring report banjir-jakarta --out banjir.html
  $ jejaring report banjir-jakarta --out flood.html --lang en --zone wita
  $ jejaring report banjir-jakarta --out earlier.html --run r309347f3ee125fc5

The file loads nothing from the network and prints on A4. The same run, language and zone give the same bytes,
but for names, for what the store knows of the same groups in other runs, and for what people decided of claims
(docs/methods/hoax-clusters.md);
a report on a run whose query has changed since says so, in the file and on stderr.
Accounts that no agency declares and that are no news outlets appear by a keyed pseudonym.

Exit codes: 0 written; 1 failed (no such issue, no finished run); 2 wrong options or a file that cannot be written.
`;

export const registerReport: RegisterCommand = (program) => {
  program
    .command('report')
    .description('write a spread report on the newest finished run of an issue, as one HTML file')
    .argument('<issue>', 'id of the issue')
    .requiredOption('--out <file>', 'HTML file to write')
    .addOption(new Option('--lang <language>', 'language of the report').choices(REPORT_LANGUAGES).default('id'))
    .addOption(new Option('--zone <zone>', 'zone of the times shown').choices(REPORT_ZONES).default('wib'))
    .option('--run <id>', 'report on this run and not on the newest')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(report);
};

async function report(issueId: string, flags: ReportFlags): Promise<void> {
  checkOutputs(null, { '--out': flags.out });
  const store = await openStore({ ...readEnvironment(process.env, flags), existing: true });
  try {
    const gathered = await gatherReport(store, issueId, flags.run ?? null);
    const input = await withClaims(store, gathered, formatsFor(flags.lang, flags.zone).offsetMs);
    const html = renderReport(input, { language: flags.lang, zone: flags.zone });
    await writeWhole(flags.out, html);
    warnIfStale(input);
    console.log(`report on run ${input.document.runId} written to ${flags.out}`);
  } finally {
    await store.close();
  }
}

/** The file appears whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await writeFile(`${path}.draft`, text);
    await rename(`${path}.draft`, path);
  } catch (cause) {
    throw new CodedError('BAD_PARAMETERS', `cannot write ${path}: ${(cause as Error).message}`, {
      at: '--out',
      hint: 'name a file in a folder that exists and can be written',
      cause,
    });
  }
}
