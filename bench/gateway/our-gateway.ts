import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiKeyReader } from '#gateway/access/api-key-credential.js';
import { authenticator } from '#gateway/access/authenticate.js';
import { controlledHandler } from '#gateway/access/controlled-handler.js';
import { createGateway, type GatewayParts } from '#gateway/create-gateway.js';
import { httpConnection } from '#gateway/http-connection.js';
import { inProcessConnection } from '#gateway/in-process-connection.js';
import { USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import { rateLimit } from '#gateway/limits/rate/rate-limit.js';
import { ratedHandler } from '#gateway/limits/rate/rated-handler.js';
import { hashOfKey, newApiKey } from '#platform/api-keys/api-key.js';
import { ApiKeyFile } from '#platform/api-keys/api-key-file.js';
import { errorPresenter } from '#platform/graphql-errors.js';
import { startHttpServer } from '#platform/http-server.js';
import { internalTokenSigner, type SignInternalToken } from '#platform/internal-token/internal-token-signer.js';
import { createLogger } from '#platform/logger.js';
import { OpenSubscriptions } from '#platform/open-subscriptions.js';
import { serviceMetrics } from '#platform/service-metrics.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { GOVERNED_SUBGRAPHS, type GraphSource, SUBGRAPHS } from './graph.js';
import { type Addresses, schemaOf, supergraphOf } from './subgraphs.js';

/** More than any run spends. */
const POINTS = 1_000_000_000;
const DAY_MS = 86_400_000;

const log = createLogger('bench', 'silent');
const metrics = serviceMetrics('bench');

/** Federation and nothing else: no access rules, no cost, no other limit, no audit log. */
export async function ourGateway(addresses: Addresses): Promise<{ url: string }> {
  const gateway = createGateway({ ...partsOf(SUBGRAPHS, addresses, null), isControlled: false, limits: null });
  return { url: await listen(gateway) };
}

/** As an installation runs: an API key that is looked up, scopes on fields, cost paid from a budget, all limits, audit, and over HTTP a token for each subgraph. */
export async function governedGateway(addresses: Addresses): Promise<{ url: string; key: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  const { keys, key } = issued(folder);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const sign = internalTokenSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const parts = partsOf(GOVERNED_SUBGRAPHS, addresses, sign);
  const gateway = createGateway({
    ...parts,
    isControlled: true,
    audit: await openAuditLog({ dataFolder: folder, log }),
    limits: USUAL_LIMITS,
  });
  const rate = await rateLimit({ known: POINTS, anonymous: 1, redisUrl: null }, true, log);
  const authenticate = authenticator({ apiKey: apiKeyReader(() => keys.all()), token: null });
  const handler = controlledHandler(ratedHandler(gateway, rate, parts.present), authenticate, parts.present);
  return { url: await listen(handler), key };
}

function partsOf(
  sources: Readonly<Record<string, GraphSource>>,
  addresses: Addresses,
  sign: SignInternalToken | null,
): Omit<GatewayParts, 'isControlled' | 'limits'> {
  const present = errorPresenter(log);
  const local = Object.entries(sources).map(([name, source]) => ({
    name,
    schema: schemaOf(source),
    createContext: () => ({}),
  }));
  return {
    supergraph: supergraphOf(sources, addresses),
    subgraphs: addresses ? httpConnection(addresses, log, sign) : inProcessConnection(local, present),
    present,
    subscriptions: new OpenSubscriptions(present),
    nulls: 'strict',
    firstQuery: '',
    onCost: metrics.cost,
    log,
  };
}

function issued(folder: string): { keys: ApiKeyFile; key: string } {
  const keys = new ApiKeyFile(join(folder, 'api-keys.ndjson'));
  const { id, key } = newApiKey();
  keys.append({
    ...{ id, name: 'bench', role: 'NATIONAL_ANALYST', regions: null, agencyId: null, scopes: null },
    ...{ hash: hashOfKey(key), issuedAt: Date.now(), expiresAt: Date.now() + DAY_MS },
  });
  return { keys, key };
}

async function listen(handler: Parameters<typeof startHttpServer>[0]['handler']): Promise<string> {
  const { url } = await startHttpServer({ host: '127.0.0.1', port: 0, handler, probes: {}, metrics, log });
  return `${url}/graphql`;
}
