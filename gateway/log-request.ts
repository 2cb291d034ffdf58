import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '#platform/logger.js';

const ID = /^[\w.-]{1,128}$/;

/**
 * One line a request, under the id that its sender gave or a new one, which the answer carries. Neither query nor
 * variables nor names of operations: all may name people.
 */
export function logRequest(log: Logger, { headers, method }: IncomingMessage, response: ServerResponse): void {
  const given = headers['x-request-id'];
  const id = typeof given === 'string' && ID.test(given) ? given : randomUUID();
  const started = performance.now();
  response.setHeader('x-request-id', id);
  response.once('close', () => {
    const ms = Math.round(performance.now() - started);
    log.info({ request: id, method, status: response.statusCode, ms, ended: response.writableFinished }, 'answered');
  });
}
