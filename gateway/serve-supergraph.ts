import { unwatchFile, watchFile } from 'node:fs';
import { Counter } from 'prom-client';
import { CodedError } from '#domain/errors/coded-error.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { errorPresenter } from '#platform/graphql-errors.js';
import { type RunningService, startHttpServer } from '#platform/http-server.js';
import type { SignInternalToken } from '#platform/internal-token/internal-token-signer.js';
import type { Logger } from '#platform/logger.js';
import { type ServiceMetrics, serviceMetrics } from '#platform/service-metrics.js';
import type { Authenticate } from './access/authenticate.js';
import { tracePolicy } from './access/request-sender.js';
import { responseCaching } from './caching/response-caching.js';
import { circuitMetrics } from './circuit-metrics.js';
import { GRAPHQL_PATH } from './create-gateway.js';
import { crossOrigin } from './cross-origin.js';
import type { Nulls } from './execution/complete-answer.js';
import { type LimitSettings, USUAL_LIMITS } from './limits/limit-settings.js';
import { rateLimit } from './limits/rate/rate-limit.js';
import { logRequest } from './log-request.js';
import { readSupergraphFile } from './supergraph-file.js';
import { type SupergraphGeneration, startGeneration } from './supergraph-generation.js';

/** How often the file is looked at. By its state and not by events, which network and container file systems lose. */
const LOOK_MS = 1000;
const PATIENCE_MS = 30_000;

export interface SupergraphGatewayParts {
  readonly file: string;
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  readonly nulls: Nulls;
  /** Tells who asks; null where access control was declined, on loopback alone. */
  readonly authenticate: Authenticate | null;
  /** Null: subgraphs are asked without a token. */
  readonly sign: SignInternalToken | null;
  readonly audit?: AuditLog | undefined;
  readonly limits?: LimitSettings;
}

/**
 * Serves the supergraph of a file, and takes up the file when it changes: requests under way end on the old one. A file
 * that is broken then is refused with the reason in the log, and the old one stays.
 */
export async function startSupergraphGateway(parts: SupergraphGatewayParts): Promise<RunningService> {
  const { file, host, port, log, nulls, authenticate, sign, audit, limits = USUAL_LIMITS } = parts;
  const metrics = serviceMetrics('gateway');
  const reloads = reloadCounter(metrics);
  const present = errorPresenter(log, metrics.error);
  const rate = await rateLimit(limits.rate, authenticate !== null, log);
  const caching = await responseCaching({ settings: limits.cache, registry: metrics.registry, log });
  const made = { log, present, nulls, authenticate, sign, audit, limits, rate, caching, onCost: metrics.cost };
  const load = () => startGeneration({ ...readSupergraphFile(file, authenticate !== null), ...made });
  const pages = crossOrigin(limits.origins);
  let current = await load();
  const answer = pages.preflights((request, response) => current.handler(request, response));
  circuitMetrics(metrics.registry, () => current.circuits());
  const service = await startHttpServer({
    host,
    port,
    log,
    metrics,
    anyHostName: authenticate !== null,
    get probes() {
      return { ...current.probes, ...(rate?.probe && { rateLimit: rate.probe }) };
    },
    get subscriptions() {
      return current.subscriptions;
    },
    headers: pages.allow,
    mayNameTrace: tracePolicy(authenticate),
    handler: (request, response) => {
      logRequest(log, request, response);
      if (request.url === '/') response.writeHead(302, { location: GRAPHQL_PATH }).end();
      else answer(request, response);
    },
  });
  let reloading = Promise.resolve();
  watchFile(file, { interval: LOOK_MS }, () => {
    reloading = reloading.then(reload);
  });
  void sayWhoIsSilent(current, log);
  return {
    url: service.url,
    close: async () => {
      unwatchFile(file);
      await Promise.all([service.close(), reloading]);
      await current.retire(0);
      rate?.close();
      caching.close();
    },
  };

  async function reload(): Promise<void> {
    try {
      const { sdl } = readSupergraphFile(file, authenticate !== null);
      if (sdl === current.sdl) return;
      const next = await load();
      const previous = current;
      current = next;
      reloads.inc({ outcome: 'taken' });
      log.info({ file, subgraphs: Object.keys(next.probes) }, 'the supergraph has changed and is served now');
      void sayWhoIsSilent(next, log);
      void previous.retire(PATIENCE_MS);
    } catch (error) {
      reloads.inc({ outcome: 'refused' });
      const { code, message, at, hint } = error instanceof CodedError ? error : refusalOf(error);
      log.error({ code, at, hint, reason: message }, 'the changed supergraph is refused: the old one is served on');
    }
  }
}

function reloadCounter({ registry }: ServiceMetrics): Counter<'outcome'> {
  return new Counter({
    name: 'jejaring_supergraph_reloads_total',
    help: 'Changes of the supergraph file, by whether they were taken up or refused',
    labelNames: ['outcome'],
    registers: [registry],
  });
}

function refusalOf(error: unknown): CodedError {
  return new CodedError('BAD_SUPERGRAPH', error instanceof Error ? error.message : String(error));
}

/** At the start, so that a wrong address is seen before the first request fails on it. */
async function sayWhoIsSilent({ probes }: SupergraphGeneration, log: Logger): Promise<void> {
  for (const [subgraph, probe] of Object.entries(probes))
    await probe().catch(() => {
      const hint =
        'requests to it answer SUBGRAPH_UNAVAILABLE until it does: start it, or mend its address in the supergraph';
      log.warn({ code: 'SUBGRAPH_UNAVAILABLE', subgraph, hint }, 'a subgraph does not answer yet');
    });
}
