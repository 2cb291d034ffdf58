import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const ID = /^[\w.-]{1,128}$/;

/** The id that a request's sender gave, or a new one; the answer carries it, and so does the request from here on. */
export function identifyRequest({ headers }: IncomingMessage, response: ServerResponse): string {
  const given = headers['x-request-id'];
  const id = typeof given === 'string' && ID.test(given) ? given : randomUUID();
  headers['x-request-id'] = id;
  response.setHeader('x-request-id', id);
  return id;
}

/** The id that a request has in logs; null where nothing came over HTTP. */
export function requestIdOf(context: unknown): string | null {
  return headerOf(context, 'x-request-id');
}

/** Of the request of a context, as the server read it; null where it has none. */
export function headerOf(context: unknown, name: string): string | null {
  const value = (context as { readonly req?: IncomingMessage } | null | undefined)?.req?.headers[name];
  return typeof value === 'string' ? value : null;
}
