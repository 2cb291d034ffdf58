import '#platform/production-mode.js';

import { readSubgraphEnvironment } from '#platform/subgraph-environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { startTracing } from '#platform/tracing/spans.js';
import { openStore } from '#store/open-store.js';
import { spreadSubgraph } from './schema.js';

const environment = readSubgraphEnvironment(process.env);
await startTracing('spread');
await runSubgraphService(spreadSubgraph, await openStore({ ...environment, serving: true }), environment);
