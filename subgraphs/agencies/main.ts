import '#platform/production-mode.js';

import { readSubgraphEnvironment } from '#platform/subgraph-environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { startTracing } from '#platform/tracing/spans.js';
import { loadSeedIfEmpty } from '#seed/load-seed.js';
import { openStore } from '#store/open-store.js';
import { agenciesSubgraph } from './schema.js';

const environment = readSubgraphEnvironment(process.env);
await startTracing('agencies');
const store = await openStore({ ...environment, serving: true });
await loadSeedIfEmpty(store);
await runSubgraphService(agenciesSubgraph, store, environment);
