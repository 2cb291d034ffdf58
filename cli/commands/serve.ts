import type { RunStore } from '#domain/ports/run-store.js';
import { controlledEnvironment } from '#gateway/access/controlled-environment.js';
import { limitSettings } from '#gateway/limits/limit-settings.js';
import { dropAbandonedRuns } from '#graph-jobs/abandoned-runs.js';
import { createLogger, type Logger } from '#platform/logger.js';
import { untilStopped } from '#platform/stop-signal.js';
import { loadSeedIfEmpty } from '#seed/load-seed.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { openStore } from '#store/open-store.js';
import type { RegisterCommand } from '../register-command.js';
import { sayWhoMayAsk } from '../serve/say-who-may-ask.js';
import { startHub } from '../serve/start-hub.js';
import { startWorker } from '../serve/start-worker.js';

interface Flags {
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
  readonly trustedDocuments?: string;
  /** False once --no-access is given. */
  readonly access: boolean;
  readonly withWorker?: true;
}

export const registerServe: RegisterCommand = (program) => {
  program
    .command('serve')
    .description('serve the hub: one GraphQL endpoint over store, four subgraphs and gateway in one process')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .option('--port <number>', 'port to listen on, 0 for a free one (PORT, default 4000)')
    .option('--host <address>', 'address to listen on (HOST, default 127.0.0.1); loopback alone without access control')
    .option(
      '--trusted-documents <file>',
      'manifest of documents (TRUSTED_DOCUMENTS): others are refused, unless TRUSTED_DOCUMENTS_MODE says otherwise',
    )
    .option('--no-access', 'serve without access control, though it is configured: on loopback alone')
    .option('--with-worker', 'also run the jobs that requestRun asks for, as "jejaring worker" would')
    .addHelpText(
      'after',
      '\nServes /graphql (GraphiQL in a browser), /health, /ready and /metrics until Ctrl-C.\n\nExamples:\n  jejaring serve\n  jejaring serve --data ./jejaring-data --port 4100\n  jejaring serve --with-worker',
    )
    .action(serve);
};

async function serve(flags: Flags): Promise<void> {
  const { environment, authenticate } = controlledEnvironment(process.env, flags);
  const limits = limitSettings(process.env, flags);
  const log = createLogger('hub', environment.logLevel);
  const store = await openStore({ ...environment, serving: true });
  try {
    if (await loadSeedIfEmpty(store))
      console.error('The store is new and holds no mention; if it should, check --data or JEJARING_DATA.');
    const audit = await openAuditLog({ ...environment, log });
    const hub = await startHub(store, environment, log, { authenticate, audit, limits });
    sayWhoMayAsk(authenticate !== null);
    const worker = flags.withWorker && startWorker(store, environment.dataFolder, log);
    console.log(`${hub.url}/graphql`);
    void tidyRuns(store.runs, log);
    await untilStopped(log, async () => {
      await hub.close();
      await worker?.close();
      await audit.close();
    });
  } finally {
    await store.close();
  }
}

/** Beside the serving, which neither waits for it nor ends by it. */
async function tidyRuns(runs: RunStore, log: Logger): Promise<void> {
  try {
    const dropped = await dropAbandonedRuns(runs);
    if (dropped.length > 0) log.info({ runs: dropped }, 'runs that were killed are FAILED now, their networks dropped');
  } catch (error) {
    log.warn({ err: error }, 'not all runs that were killed could be dropped: the next start goes on with it');
  }
}
