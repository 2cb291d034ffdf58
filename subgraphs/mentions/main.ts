import '#platform/production-mode.js';

import { readSubgraphEnvironment } from '#platform/subgraph-environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { startTracing } from '#platform/tracing/spans.js';
import { openStore } from '#store/open-store.js';
import { mentionsSubgraph } from './schema.js';

const environment = readSubgraphEnvironment(process.env);
await startTracing('mentions');
await runSubgraphService(mentionsSubgraph, await openStore({ ...environment, serving: true }), environment);
