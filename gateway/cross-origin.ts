import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { refuseRequest } from './refuse-request.js';

/** What pages may send: a credential goes in a header that the page itself sets, and never by the browser. */
const METHODS = 'GET, POST, OPTIONS';
const SENT_HEADERS = 'authorization, content-type, x-request-id, x-purpose';
const READ_HEADERS = 'retry-after, x-operation-cost, x-request-id, www-authenticate';
/** Within which a browser asks for the same no second time. */
const KEPT_SECONDS = 600;

/** Which pages of other websites may read answers. */
export interface CrossOrigin {
  /** Sets it in the headers of an answer, whatever that will be: a refusal too can be read then. */
  readonly allow: RequestListener;
  /** Answers browsers that ask whether a page may send something, and refuses what other pages let them send: it costs nobody anything. */
  preflights(handler: RequestListener): RequestListener;
}

/** Left alone, Yoga lets every website read the answers that a browser of this machine gets. */
export function crossOrigin(origins: readonly string[]): CrossOrigin {
  const allowed = new Set(origins);
  return {
    allow: ({ headers: { origin } }, response) => {
      // Also of answers to nobody in particular: what is kept of them must not be given to a page.
      if (allowed.size > 0) response.setHeader('vary', 'Origin');
      if (origin === undefined || !allowed.has(origin)) return;
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', READ_HEADERS);
    },
    preflights: (handler) => (request, response) => {
      if (request.method === 'OPTIONS') answerPreflight(request, response);
      else if (isOfForeignPage(request, response)) refuseRequest(response, FOREIGN_PAGE, 403);
      else handler(request, response);
    },
  };
}

/**
 * A query in the address of a picture is sent without a question before. Browsers say by themselves whose page lets them send
 * it; links that people follow are theirs, and open GraphiQL.
 */
function isOfForeignPage({ headers }: IncomingMessage, response: ServerResponse): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== 'cross-site' && site !== 'same-site') return false;
  return headers['sec-fetch-mode'] !== 'navigate' && !response.hasHeader('access-control-allow-origin');
}

const FOREIGN_PAGE = new GraphQLError('a page of another website may not ask here', {
  extensions: { code: 'FORBIDDEN', hint: 'name its origin in CORS_ORIGINS (docs/configuration.md#limits)' },
});

/** `allow` was there before, and told by its header whether the origin is one of those. */
function answerPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  const isAsked = headers['access-control-request-method'] !== undefined;
  if (isAsked && response.hasHeader('access-control-allow-origin')) {
    response.setHeader('access-control-allow-methods', METHODS);
    response.setHeader('access-control-allow-headers', SENT_HEADERS);
    response.setHeader('access-control-max-age', String(KEPT_SECONDS));
  }
  response.setHeader('allow', METHODS).writeHead(204).end();
}
