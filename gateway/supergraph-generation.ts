import type { RequestListener } from 'node:http';
import { parse } from 'graphql';
import type { AuditLog } from '#domain/ports/audit-log.js';
import type { PresentError } from '#platform/graphql-errors.js';
import type { SignInternalToken } from '#platform/internal-token/internal-token-signer.js';
import type { Logger } from '#platform/logger.js';
import { OpenSubscriptions } from '#platform/open-subscriptions.js';
import type { Probe } from '#platform/readiness.js';
import { accessRules } from './access/access-rules.js';
import type { Authenticate } from './access/authenticate.js';
import { mustNameCallers } from './access/controlled-environment.js';
import { controlledHandler } from './access/controlled-handler.js';
import { restrictsAccess } from './access/security-features.js';
import type { ResponseCaching } from './caching/response-caching.js';
import { createGateway } from './create-gateway.js';
import type { Nulls } from './execution/complete-answer.js';
import { httpConnection } from './http-connection.js';
import type { LimitSettings } from './limits/limit-settings.js';
import type { RateLimit } from './limits/rate/rate-limit.js';
import { chargeInVain, ratedHandler } from './limits/rate/rated-handler.js';
import { pingSubgraph } from './ping-subgraph.js';
import type { Circuit } from './subgraph-connection.js';
import type { SupergraphFile } from './supergraph-file.js';

const FIRST_QUERY = '# Ctrl-Space proposes fields; the book at the left describes all of them.\n{\n  __typename\n}\n';

interface GenerationParts extends SupergraphFile {
  readonly log: Logger;
  readonly present: PresentError;
  readonly nulls: Nulls;
  readonly authenticate: Authenticate | null;
  readonly sign: SignInternalToken | null;
  readonly audit?: AuditLog | undefined;
  readonly limits: LimitSettings;
  readonly rate: RateLimit | null;
  readonly caching: ResponseCaching;
  readonly onCost: (points: number) => void;
}

/** The gateway over one version of a supergraph. */
export interface SupergraphGeneration {
  readonly sdl: string;
  readonly handler: RequestListener;
  /** Those that began on this version. */
  readonly subscriptions: OpenSubscriptions;
  /** Whether each subgraph answers. */
  readonly probes: Readonly<Record<string, Probe>>;
  /** How it stands with each subgraph. */
  circuits(): Readonly<Record<string, Circuit>>;
  /** Ends once the requests that it has begun are answered, at the latest after the patience, as subscriptions then do. */
  retire(patienceMs: number): Promise<void>;
}

/** Ready to answer when it resolves: the first request does not wait for the supergraph. */
export async function startGeneration(parts: GenerationParts): Promise<SupergraphGeneration> {
  const { sdl, addresses, log, present, nulls, authenticate, sign, audit, limits, rate, caching, onCost } = parts;
  if (authenticate === null && restrictsAccess(parse(sdl)))
    log.warn('the supergraph restricts access, and nothing of it is enforced: access control was declined');
  if (authenticate !== null && accessRules(parse(sdl)).scopes.has('regions:all'))
    mustNameCallers({ authenticate, sign });
  const subscriptions = new OpenSubscriptions(present);
  const subgraphs = httpConnection(addresses, log, sign);
  const isControlled = authenticate !== null;
  const cached = caching.over(subgraphs);
  const made = {
    supergraph: sdl,
    subgraphs: cached,
    present,
    subscriptions,
    nulls,
    isControlled,
    audit,
    limits,
    onCost,
    log,
  };
  const gateway = createGateway({ ...made, firstQuery: FIRST_QUERY });
  const rated = ratedHandler(gateway, rate, present);
  const answer = controlledHandler(rated, authenticate, present, chargeInVain(rate));
  await gateway.fetch('http://gateway/graphql?query={__typename}');
  let underWay = 0;
  let idle: () => void = () => undefined;
  return {
    sdl,
    subscriptions,
    circuits: () => subgraphs.circuits?.() ?? {},
    handler: (request, response) => {
      underWay += 1;
      response.once('close', () => {
        underWay -= 1;
        if (underWay === 0) idle();
      });
      answer(request, response);
    },
    probes: {
      ...Object.fromEntries(Object.keys(addresses).map((name) => [name, pingSubgraph(subgraphs, name)])),
      ...(audit && { audit: () => audit.health() }),
    },
    retire: async (patienceMs) => {
      if (underWay > 0)
        await new Promise<void>((resolve) => {
          idle = resolve;
          setTimeout(resolve, patienceMs).unref();
        });
      subscriptions.end();
      await gateway[Symbol.asyncDispose]();
    },
  };
}
