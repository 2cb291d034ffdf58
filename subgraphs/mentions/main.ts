import { readSubgraphEnvironment } from '#platform/subgraph-environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { openStore } from '#store/open-store.js';
import { mentionsSubgraph } from './schema.js';

const environment = readSubgraphEnvironment(process.env);
await runSubgraphService(mentionsSubgraph, await openStore({ ...environment, serving: true }), environment);
