import { type Command, Option } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import type { TransferStore } from '#domain/ports/transfer-store.js';
import { type ComparedKind, copyStore } from '#graph-jobs/copy-store/copy-store.js';
import { readEnvironment } from '#platform/environment.js';
import { readNeo4jSettings } from '#platform/neo4j-settings.js';
import { seedAgencies, seedRegions } from '#seed/seed-data.js';
import { openTransferStore } from '#store/open-transfer-store.js';
import { printCopy } from '../copy/print-copy.js';
import { showCopy } from '../copy/show-copy.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';

const STORES = ['embedded', 'neo4j'] as const;
type StoreName = (typeof STORES)[number];

interface CopyOptions {
  readonly from: StoreName;
  readonly to: StoreName;
  readonly resume?: true;
  readonly json?: true;
  readonly data?: string;
}

const EXAMPLES = `
Examples:
  $ NEO4J_URI=neo4j+s://graph.example NEO4J_PASSWORD_FILE=secret jejaring copy --from embedded --to neo4j
  $ jejaring copy --from embedded --to neo4j --resume      after Ctrl-C or a crash

The target must be empty, or hold the shipped regions and agencies and nothing else: two stores are never merged. Nothing
may write to the source meanwhile: stop the hub, its workers and imports. At the end both stores are read and compared, by
count and by digest of every kind of record. Until they are found equal the target opens for nothing else. Both take the
pseudonym key of the data folder.
Moving an office to Neo4j, step by step: docs/neo4j.md.

Exit codes: 0 copied, and both are equal; 1 failed, or they differ; 2 wrong options; 130 stopped: go on with --resume.
`;

export function registerCopy(program: Command): void {
  program
    .command('copy')
    .description('copy everything from one store into another that is empty, and compare the two')
    .addOption(new Option('--from <store>', 'where everything is').choices(STORES).makeOptionMandatory())
    .addOption(new Option('--to <store>', 'where it goes').choices(STORES).makeOptionMandatory())
    .option('--resume', 'go on where an interrupted copy stopped')
    .option('--json', 'print the comparison as JSON')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(copy);
}

async function copy(options: CopyOptions): Promise<void> {
  const { from, to, resume = false, json = false } = options;
  if (from === to) throw new CodedError('BAD_PARAMETERS', `--from and --to are both ${from}`, { at: '--to' });
  const { dataFolder } = readEnvironment(process.env, options);
  const neo4j = readNeo4jSettings(process.env);
  if (neo4j === null)
    throw new CodedError('BAD_CONFIGURATION', 'NEO4J_URI: is not set', {
      at: 'NEO4J_URI',
      hint: 'set it to the address of the server, and NEO4J_PASSWORD; docs/configuration.md',
    });
  const open = (store: StoreName, existing: boolean) =>
    openTransferStore({ dataFolder, existing, neo4j: store === 'neo4j' ? neo4j : null });
  const source = await open(from, true);
  try {
    const target = await open(to, false);
    try {
      report(await copyWithBar(source, target, resume), target, json);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyWithBar(
  source: TransferStore,
  target: TransferStore,
  resume: boolean,
): Promise<readonly ComparedKind[]> {
  const signal = stopOnSignal('stopping after the records at hand …');
  const bar = new ProgressBar();
  try {
    const shipped = { regions: seedRegions(), agencies: seedAgencies() };
    return await copyStore({ source, target, resume, shipped, signal, onProgress: showCopy(bar) });
  } finally {
    bar.stop();
  }
}

function report(compared: readonly ComparedKind[], target: TransferStore, json: boolean): void {
  if (json) console.log(JSON.stringify(compared, null, 2));
  else printCopy(compared);
  if (compared.every(({ equal }) => equal)) return;
  throw new CodedError('COPY_DIFFERS', 'the two stores do not hold the same', {
    at: target.location,
    hint: 'empty the target (docs/neo4j.md, "Moving up") and copy again; if it differs again, report it with this table',
  });
}
