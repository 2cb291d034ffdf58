import '#platform/production-mode.js';

import { createLogger } from '#platform/logger.js';
import { readSubgraphEnvironment } from '#platform/subgraph-environment.js';
import { runSubgraphService } from '#platform/subgraph-service.js';
import { startTracing } from '#platform/tracing/spans.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { openStore } from '#store/open-store.js';
import { accountsSubgraph } from './schema.js';

const environment = readSubgraphEnvironment(process.env);
await startTracing('accounts');
const store = await openStore({ ...environment, serving: true });
const audit = await openAuditLog({ ...environment, log: createLogger(accountsSubgraph.name, environment.logLevel) });
const close = () => audit.close().finally(() => store.close());
await runSubgraphService(accountsSubgraph, { ...store, audit, close }, environment);
