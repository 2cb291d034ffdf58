import { readEnvironment } from '#platform/environment.js';
import { createLogger } from '#platform/logger.js';
import { untilStopped } from '#platform/stop-signal.js';
import { startGatewayService } from './gateway-service.js';
import { httpConnection } from './http-connection.js';

const { host, port, logLevel, subgraphUrls } = readEnvironment(process.env);
const log = createLogger('gateway', logLevel);
const service = await startGatewayService({
  host,
  port,
  log,
  subgraphs: httpConnection(subgraphUrls, log),
  subgraphNames: Object.keys(subgraphUrls),
});
log.info({ url: `${service.url}/graphql` }, 'serving');
await untilStopped(log, () => service.close());
