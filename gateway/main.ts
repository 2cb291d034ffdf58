import '#platform/production-mode.js';

import { createLogger } from '#platform/logger.js';
import { untilStopped } from '#platform/stop-signal.js';
import { startTracing } from '#platform/tracing/spans.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { controlledEnvironment, mustNameCallers } from './access/controlled-environment.js';
import { startGatewayService } from './gateway-service.js';
import { httpConnection } from './http-connection.js';
import { limitSettings } from './limits/limit-settings.js';

const controlled = controlledEnvironment(process.env);
mustNameCallers(controlled);
await startTracing('gateway');
const { environment, authenticate, sign } = controlled;
const { host, port, dataFolder, logLevel, subgraphUrls } = environment;
const log = createLogger('gateway', logLevel);
const audit = await openAuditLog({ dataFolder, log });
const service = await startGatewayService({
  host,
  port,
  log,
  authenticate,
  subgraphs: httpConnection(subgraphUrls, log, sign),
  subgraphNames: Object.keys(subgraphUrls),
  audit,
  limits: limitSettings(process.env),
});
log.info({ url: `${service.url}/graphql` }, 'serving');
await untilStopped(log, () => service.close().finally(() => audit.close()));
