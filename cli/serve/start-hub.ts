import type { AuditLog } from '#domain/ports/audit-log.js';
import type { Store } from '#domain/ports/store.js';
import type { Authenticate } from '#gateway/access/authenticate.js';
import { startGatewayService } from '#gateway/gateway-service.js';
import { inProcessConnection, type LocalSubgraph } from '#gateway/in-process-connection.js';
import { type LimitSettings, USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import type { Subgraph } from '#platform/federated-subgraph.js';
import { errorPresenter } from '#platform/graphql-errors.js';
import type { RunningService } from '#platform/http-server.js';
import type { Logger } from '#platform/logger.js';
import { HUB_SUBGRAPHS } from './hub-subgraphs.js';

interface HubOptions {
  readonly authenticate?: Authenticate | null;
  readonly audit?: AuditLog;
  readonly limits?: LimitSettings;
}

/**
 * The whole hub in this process: four subgraphs over one store, and the gateway that calls them in process. The caller
 * closes the store and the audit log after the hub. Without `authenticate` everything is open to everybody: for loopback alone.
 */
export function startHub(
  store: Store,
  address: { host: string; port: number },
  log: Logger,
  { authenticate = null, audit, limits = USUAL_LIMITS }: HubOptions = {},
): Promise<RunningService> {
  const ports = { ...store, audit };
  const local = HUB_SUBGRAPHS.map((subgraph) => onStore(subgraph as Subgraph<Store>, ports));
  return startGatewayService({
    ...address,
    log,
    authenticate,
    subgraphs: inProcessConnection(local, errorPresenter(log)),
    subgraphNames: local.map(({ name }) => name),
    probes: { store: () => store.health() },
    audit,
    limits,
  });
}

function onStore({ name, schema, createContext }: Subgraph<Store>, store: Store): LocalSubgraph {
  return { name, schema, createContext: (caller, requestId) => createContext(store, caller, requestId) };
}
