import { CodedError } from '#domain/errors/coded-error.js';
import { controlledEnvironment } from '#gateway/access/controlled-environment.js';
import { limitSettings } from '#gateway/limits/limit-settings.js';
import type { Environment } from '#platform/environment.js';
import { requireFreePort } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { untilStopped } from '#platform/stop-signal.js';
import { loadSeedIfEmpty } from '#seed/load-seed.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { openStore } from '#store/open-store.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { showStages } from '../progress/stage-progress.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import type { RegisterCommand } from '../register-command.js';
import { sayWhoMayAsk } from '../serve/say-who-may-ask.js';
import { startHub } from '../serve/start-hub.js';
import { demonstrate, demonstrationIsDue } from '../start/demonstration.js';

interface Flags {
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
  /** False once --no-access is given. */
  readonly access: boolean;
}

export const registerStart: RegisterCommand = (program) => {
  program
    .command('start')
    .description('serve the hub; on an empty data folder, first make a fictional issue and map it')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .option('--port <number>', 'port to listen on, 0 for a free one (PORT, default 4000)')
    .option('--host <address>', 'address to listen on (HOST, default 127.0.0.1); loopback alone without access control')
    .option('--no-access', 'serve without access control, though it is configured: on loopback alone')
    .addHelpText('after', '\nExamples:\n  jejaring start\n  jejaring start --data /tmp/try --port 4100')
    .action(start);
};

async function start(flags: Flags): Promise<void> {
  const { environment, authenticate } = controlledEnvironment(process.env, flags);
  const limits = limitSettings(process.env);
  await requireFreePort(environment);
  await prepare(environment);
  const log = createLogger('hub', environment.logLevel);
  const store = await openStore({ ...environment, serving: true });
  try {
    const audit = await openAuditLog({ ...environment, log });
    const hub = await startHub(store, environment, log, { authenticate, audit, limits });
    sayWhoMayAsk(authenticate !== null);
    console.log(`GraphiQL: ${hub.url}/graphql (Ctrl-C to stop)`);
    await untilStopped(log, () => hub.close().finally(() => audit.close()));
  } finally {
    await store.close();
  }
}

async function prepare({ dataFolder }: Environment): Promise<void> {
  const signal = stopOnSignal('stopping …');
  const store = await openStore({ dataFolder });
  const bar = new ProgressBar();
  try {
    await loadSeedIfEmpty(store);
    if (!(await demonstrationIsDue(store, dataFolder))) return;
    const report = await demonstrate({
      store,
      dataFolder,
      signal,
      tell: (message) => {
        bar.stop();
        console.log(message);
      },
      onProgress: showStages(bar),
    });
    bar.stop();
    console.log(`report: ${report}`);
  } catch (error) {
    if (signal.aborted)
      throw new CodedError('STOPPED', 'the demonstration was stopped', { hint: 'start again: it goes on' });
    throw error;
  } finally {
    bar.stop();
    await store.close();
  }
}
