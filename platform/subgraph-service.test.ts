import { accountsSubgraph } from '#subgraphs/accounts/schema.js';
import { withTemporaryStore } from '../test/builders/temporary-store.js';
import { createLogger } from './logger.js';
import { startSubgraphService } from './subgraph-service.js';

test('takes as many entities as an answer of several full pages asks for', () =>
  withTemporaryStore(async (store) => {
    const address = { host: '127.0.0.1', port: 0, publicKeys: null };
    const service = await startSubgraphService(accountsSubgraph, store, address, createLogger('test', 'silent'));
    const representations = Array.from({ length: 25_000 }, (_, i) => ({ __typename: 'Account', id: `account${i}` }));
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
    const body = JSON.stringify({ query, variables: { representations } });
    expect(body.length).toBeGreaterThan(1024 * 1024);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${service.url}/graphql`, { method: 'POST', headers, body });
    await service.close();
    expect(await answer.json()).toMatchObject({ data: { _entities: { length: 25_000 } } });
  }));

test('without a key, refuses a request that names its caller: it could not part rows by their regions', () =>
  withTemporaryStore(async (store) => {
    const address = { host: '127.0.0.1', port: 0, publicKeys: null };
    const service = await startSubgraphService(accountsSubgraph, store, address, createLogger('test', 'silent'));
    const headers = { 'content-type': 'application/json', authorization: 'Bearer token' };
    const answer = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers,
      body: '{"query":"{ __typename }"}',
    });
    await service.close();
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', at: 'INTERNAL_PUBLIC_KEY_FILE' } }],
    });
  }));
