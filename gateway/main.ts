import { readEnvironment } from '#platform/environment.js';
import { createLogger } from '#platform/logger.js';
import { untilStopped } from '#platform/stop-signal.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { startGatewayService } from './gateway-service.js';
import { httpConnection } from './http-connection.js';

const { host, port, dataFolder, logLevel, subgraphUrls } = readEnvironment(process.env);
const log = createLogger('gateway', logLevel);
const audit = await openAuditLog({ dataFolder, log });
const service = await startGatewayService({
  host,
  port,
  log,
  subgraphs: httpConnection(subgraphUrls, log),
  subgraphNames: Object.keys(subgraphUrls),
  audit,
});
log.info({ url: `${service.url}/graphql` }, 'serving');
await untilStopped(log, () => service.close().finally(() => audit.close()));
