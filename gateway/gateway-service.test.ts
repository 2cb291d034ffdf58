import { createLogger } from '#platform/logger.js';
import { startGatewayService } from './gateway-service.js';
import { httpConnection } from './http-connection.js';

test('does not start without the address of a subgraph', async () => {
  const log = createLogger('test', 'silent');
  const subgraphs = httpConnection({ accounts: 'http://127.0.0.1:1', mentions: 'http://127.0.0.1:1' }, log, null);
  const starting = startGatewayService({
    host: '127.0.0.1',
    port: 0,
    log,
    authenticate: null,
    subgraphs,
    subgraphNames: [],
  });
  await expect(starting).rejects.toMatchObject({ code: 'BAD_CONFIGURATION', at: 'SUBGRAPH_URLS' });
});
