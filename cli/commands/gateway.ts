import { CodedError } from '#domain/errors/coded-error.js';
import { controlledEnvironment } from '#gateway/access/controlled-environment.js';
import { limitSettings } from '#gateway/limits/limit-settings.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import { readSupergraphFile } from '#gateway/supergraph-file.js';
import { isLoopback } from '#platform/environment.js';
import { createLogger } from '#platform/logger.js';
import { untilStopped } from '#platform/stop-signal.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import type { RegisterCommand } from '../register-command.js';

interface Flags {
  readonly supergraph: string;
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
  readonly trustedDocuments?: string;
  /** False once --no-access is given. */
  readonly access: boolean;
  readonly partial?: true;
}

const EXAMPLES = `
Serves /graphql (GraphiQL in a browser), /health, /ready and /metrics until Ctrl-C, with the limits of the hub
(docs/gateway.md). The addresses of the subgraphs are those in the file. A changed file is taken up without a stop; a
broken one is refused, and the log says why. Who asked for what stands in the audit log of the data folder (docs/audit.md).

Who may ask is decided by API keys and tokens (docs/access.md), and the rules stand in the supergraph; without them, and
without --no-access, nothing is served.

Examples:
  jejaring gateway --supergraph supergraph.graphql
  jejaring gateway --supergraph supergraph.graphql --no-access --port 4100 --partial`;

export const registerGateway: RegisterCommand = (program) => {
  program
    .command('gateway')
    .description('serve any Federation 2 supergraph: one GraphQL endpoint over subgraphs that answer over HTTP')
    .requiredOption('--supergraph <file>', 'SDL of the supergraph, as "jejaring compose" writes it')
    .option('--data <folder>', 'data folder, for the audit log (JEJARING_DATA)')
    .option('--port <number>', 'port to listen on, 0 for a free one (PORT, default 4000)')
    .option('--host <address>', 'address to listen on (HOST, default 127.0.0.1); loopback alone without access control')
    .option(
      '--trusted-documents <file>',
      'manifest of documents (TRUSTED_DOCUMENTS): others are refused, unless TRUSTED_DOCUMENTS_MODE says otherwise',
    )
    .option('--no-access', 'serve without access control: whoever reaches the port may ask everything')
    .option('--partial', 'when a subgraph fails, keep what the others gave even where the schema allows no null')
    .addHelpText('after', EXAMPLES)
    .action(serve);
};

async function serve(flags: Flags): Promise<void> {
  const { environment, authenticate, sign } = controlledEnvironment(process.env, flags);
  const { host, port, dataFolder, logLevel } = environment;
  if (flags.access && authenticate === null)
    throw new CodedError('BAD_CONFIGURATION', 'access control is not configured, and was not declined', {
      at: '--no-access',
      hint: 'issue an API key ("jejaring keys issue") or set ACCESS_JWKS (docs/access.md); --no-access serves on loopback, where everybody on this machine may ask everything',
    });
  if (!flags.access && !isLoopback(host))
    throw new CodedError('BAD_CONFIGURATION', `${host} can be reached from elsewhere, and access control is declined`, {
      at: 'HOST',
      hint: 'listen on a loopback address: 127.0.0.1, ::1 or localhost',
    });
  // A supergraph that cannot be served leaves no key of an audit log behind.
  readSupergraphFile(flags.supergraph, authenticate !== null);
  const limits = limitSettings(process.env, flags);
  const log = createLogger('gateway', logLevel);
  const audit = await openAuditLog({ dataFolder, log });
  const parts = { file: flags.supergraph, host, port, log, authenticate, sign, audit, limits };
  const gateway = await startSupergraphGateway({ ...parts, nulls: flags.partial ? 'partial' : 'strict' });
  console.log(`${gateway.url}/graphql`);
  await untilStopped(log, () => gateway.close().finally(() => audit.close()));
}
