import { Option } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { EXPORT_FORMATS, type ExportFormat, exportNetwork } from '#graph-jobs/export/export-network.js';
import { EXPORT_STEPS, type ExportInput, type ExportProgress } from '#graph-jobs/export/gather-export.js';
import { readEnvironment } from '#platform/environment.js';
import { openStore } from '#store/open-store.js';
import { checkedPlan, formatOf, makeCsvFolder } from '../export/export-outputs.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import type { RegisterCommand } from '../register-command.js';
import { warnIfStale } from '../report/stale-query.js';

interface ExportFlags {
  readonly out: string;
  readonly format?: ExportFormat;
  readonly groups?: true;
  readonly run?: string;
  readonly data?: string;
}

const EXAMPLES = `
Examples:
  $ jejaring export banjir-jakarta --out banjir.gexf
  $ jejaring export banjir-jakarta --format csv --out banjir-csv
  $ jejaring export banjir-jakarta --out banjir.graphml --groups

The spread network of the newest finished run: gexf (with times, for Gephi and Gephi Lite), graphml, json (graphology) as one
file, csv as a folder with nodes.csv and edges.csv. Beside them a sidecar, FILE.about.json or FOLDER/about.json: run,
query and its version, coverage of the data, terms, what each attribute means. Accounts that no agency declares and that
are no news outlets appear by a keyed pseudonym. Files of these names are replaced, each as a whole. The same run on the
same mentions gives the same bytes. Formats and attributes: docs/exports.md.

Exit codes: 0 written; 1 failed (no such issue, no finished run); 2 wrong options or a place that cannot be written;
130 stopped (nothing was written).
`;

export const registerExport: RegisterCommand = (program) => {
  program
    .command('export')
    .description('write the spread network of an issue for Gephi, Gephi Lite and other tools')
    .argument('<issue>', 'id of the issue')
    .requiredOption('--out <place>', 'file to write; for csv a folder, made if need be')
    .addOption(new Option('--format <format>', 'default: as the ending of the file says').choices(EXPORT_FORMATS))
    .option('--groups', 'say of accounts which co-timed groups hold them, with the groups’ chance rates in the sidecar')
    .option('--run <id>', 'export this run and not the newest')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(runExport);
};

async function runExport(issueId: string, flags: ExportFlags): Promise<void> {
  const { out } = flags;
  const format = formatOf(flags.format, out);
  const environment = readEnvironment(process.env, flags);
  const plan = checkedPlan(format, out, environment.dataFolder);
  const signal = stopOnSignal('stopping …');
  const store = await openStore({ ...environment, existing: true });
  const bar = new ProgressBar();
  try {
    const request = { issueId, runId: flags.run ?? null, groups: flags.groups === true };
    const input = await exportNetwork(store, request, plan, (step, ...progress) => {
      if (signal.aborted) throw stopped();
      if (step === 'write') makeCsvFolder(format, out);
      show(bar)(step, ...progress);
    });
    bar.stop();
    tell(input, out);
  } finally {
    bar.stop();
    await store.close();
  }
}

function stopped(): CodedError {
  return new CodedError('STOPPED', 'the export was stopped', { hint: 'nothing was written; start it again' });
}

function show(bar: ProgressBar): ExportProgress {
  return (step, done, total) =>
    bar.update({ title: `${step}  ${EXPORT_STEPS.indexOf(step) + 1}/${EXPORT_STEPS.length}`, done, total });
}

/** What was written on stdout; on stderr what it lacks. */
function tell({ document, network, history, queryVersion }: ExportInput, out: string): void {
  const [accounts, edges] = [network.accounts.length, network.weight.length].map((n) => n.toLocaleString('en'));
  console.log(`run ${document.runId}: ${accounts} accounts and ${edges} edges written to ${out}`);
  warnIfStale({ document, queryVersion });
  if (history === null)
    console.error(
      `without times: mentions have come or gone since run ${document.runId}; run "jejaring map ${document.issue.id}" and export again`,
    );
}
