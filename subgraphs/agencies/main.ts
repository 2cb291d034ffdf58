import { readEnvironment } from '#platform/environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { openStore } from '#store/open-store.js';
import { agenciesSubgraph } from './schema.js';

const environment = readEnvironment(process.env);
await runSubgraphService(agenciesSubgraph, await openStore({ ...environment, queryWorker: true }), environment);
