import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Logger } from './logger.js';
import type { OpenSubscriptions } from './open-subscriptions.js';
import { type Probe, readiness } from './readiness.js';
import type { ServiceMetrics } from './service-metrics.js';
import { inRequestSpan, isTracing } from './tracing/spans.js';

/** A GraphQL request is a few kilobytes, and 1,000 ids in its variables are forty; what is larger only costs everybody's time. */
const LARGEST_BODY = 64 * 1024;
const DRAIN_MS = 10_000;
/** Who sends a byte now and then keeps a connection from others no longer than this. */
const SLOW = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2000 };
/** Longer than a gateway keeps an idle connection: one that both end at the same moment costs a request, and a mutation is not sent again. */
const IDLE = { keepAliveTimeout: 65_000 };
const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

export interface ServiceParts {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Answers everything but /health, /ready and /metrics. */
  readonly handler: RequestListener;
  /** Sets headers of all that the handler would answer, refusals of this server too. */
  readonly headers?: RequestListener;
  /** Whether a request may say of which trace it is, and whether that is sent. Left out: each may. */
  readonly mayNameTrace?: (request: IncomingMessage) => Promise<boolean>;
  /** The parts that must answer before this service is ready, by name. */
  readonly probes: Readonly<Record<string, Probe>>;
  readonly metrics: ServiceMetrics;
  /** Ended when the service closes: they would last as long as their readers wish. */
  readonly subscriptions?: OpenSubscriptions;
  readonly log: Logger;
  /** Answer to any Host name, for services that call each other by name in a container network. Default: loopback names. */
  readonly anyHostName?: boolean;
  /** Bytes that a request may hold. Default: 64 KiB. */
  readonly largestBody?: number;
}

export interface RunningService {
  readonly url: string;
  /** Accepts no more, lets requests under way end (ten seconds at most), and then closes. */
  close(): Promise<void>;
}

/** Serves a handler beside what an operator asks of every service: /health, /ready and /metrics. */
export async function startHttpServer(parts: ServiceParts): Promise<RunningService> {
  if (parts.subscriptions) parts.metrics.subscriptions(() => parts.subscriptions!.count);
  let closing: Promise<void> | undefined;
  const server = createServer({ ...SLOW, ...IDLE }, (request, response) => {
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()));
    route(parts, request, response, closing !== undefined).catch((error: unknown) => {
      parts.log.error({ err: error }, 'a request could not be answered');
      if (response.headersSent) response.destroy();
      else send(response, 500, { error: 'INTERNAL_SERVER_ERROR' });
    });
  });
  await listen(server, parts);
  const { port } = server.address() as AddressInfo;
  const host = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
  return {
    url: `http://${host}:${port}`,
    close: () => {
      parts.subscriptions?.end();
      closing ??= drain(server);
      return closing;
    },
  };
}

/** Throws BAD_CONFIGURATION when nothing could listen there: ask before work whose fruit is to be served. */
export async function requireFreePort(address: Pick<ServiceParts, 'host' | 'port'>): Promise<void> {
  const server = createServer();
  await listen(server, address);
  await new Promise((resolve) => server.close(resolve));
}

function listen(server: Server, { host, port }: Pick<ServiceParts, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new CodedError('BAD_CONFIGURATION', `cannot listen on ${host} port ${port}: ${whyNot(cause)}`, {
          at: '--port or PORT',
          hint: 'stop what listens there, or choose another port; 0 takes a free one',
          cause,
        }),
      ),
    );
    server.listen(port, host, resolve);
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return 'another program listens there';
  if (code === 'EACCES') return 'this user may not (EACCES)';
  return code ?? message;
}

async function route(parts: ServiceParts, request: IncomingMessage, response: ServerResponse, closing: boolean) {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
  const path = (request.url ?? '/').split('?', 1)[0];
  if (path === '/health') return send(response, 200, { status: 'ok' });
  if (path === '/ready') {
    const state = await readiness(parts.probes);
    return send(response, state.ready && !closing ? 200 : 503, closing ? { ...state, ready: false } : state);
  }
  if (path === '/metrics') {
    response.setHeader('content-type', parts.metrics.registry.contentType);
    return response.end(await parts.metrics.registry.metrics());
  }
  parts.headers?.(request, response);
  const refusal = refusalOf(request, parts);
  if (refusal) return send(response.setHeader('connection', 'close'), refusal.status, { errors: [refusal.error] });
  const started = performance.now();
  response.once('close', () => {
    const seconds = isStream(response) ? undefined : (performance.now() - started) / 1000;
    parts.metrics.request(response.statusCode, seconds);
  });
  const goesOn = !isTracing() || !namesTrace(request) || ((await parts.mayNameTrace?.(request)) ?? true);
  return inRequestSpan(request, response, () => parts.handler(request, response), goesOn);
}

function namesTrace({ headers }: IncomingMessage): boolean {
  return headers.traceparent !== undefined;
}

/**
 * Why a request is not even read. A page of a foreign website may make a browser of this machine send it: by a form, which
 * has no JSON type, or by a name of its own that it lets point to loopback (DNS rebinding).
 */
function refusalOf({ headers, method }: IncomingMessage, { anyHostName, largestBody = LARGEST_BODY }: ServiceParts) {
  if (!anyHostName && !LOOPBACK_NAME.test(headers.host ?? ''))
    return refused(421, 'MISDIRECTED_REQUEST', 'call this service by a loopback name: 127.0.0.1, localhost or [::1]');
  if (method === 'POST' && !headers['content-type']?.startsWith('application/json'))
    return refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'send the query as application/json');
  if (headers['transfer-encoding'] !== undefined)
    return refused(411, 'LENGTH_REQUIRED', 'send the body with a content-length, not in chunks');
  if (Number(headers['content-length'] ?? 0) > largestBody)
    return refused(413, 'REQUEST_TOO_LARGE', `a request holds at most ${largestBody} bytes`);
  return null;
}

/** An event stream lasts as long as its reader wishes, which says nothing of how fast anything is. */
function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

function refused(status: number, code: string, message: string) {
  return { status, error: { message, extensions: { code } } };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function drain(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  return new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  }).finally(() => clearTimeout(late));
}
