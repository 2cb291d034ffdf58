import { readSubgraphEnvironment } from '#platform/subgraph-environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { openStore } from '#store/open-store.js';
import { accountsSubgraph } from './schema.js';

const environment = readSubgraphEnvironment(process.env);
await runSubgraphService(accountsSubgraph, await openStore({ ...environment, serving: true }), environment);
