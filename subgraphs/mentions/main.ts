import { readEnvironment } from '#platform/environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { openStore } from '#store/open-store.js';
import { mentionsSubgraph } from './schema.js';

const environment = readEnvironment(process.env);
await runSubgraphService(mentionsSubgraph, await openStore({ ...environment, serving: true }), environment);
