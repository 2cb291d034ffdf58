import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '#platform/logger.js';
import { COST_HEADER } from './limits/cost/cost-plugin.js';
import { identifyRequest } from './request-id.js';

/**
 * One line a request, under the id that its sender gave or a new one, which the answer carries. Neither query nor
 * variables nor names of operations: all may name people.
 */
export function logRequest(log: Logger, request: IncomingMessage, response: ServerResponse): void {
  const { method } = request;
  const id = identifyRequest(request, response);
  const started = performance.now();
  response.once('close', () => {
    const ms = Math.round(performance.now() - started);
    const cost = response.getHeader(COST_HEADER);
    log.info(
      { request: id, method, status: response.statusCode, ms, cost, ended: response.writableFinished },
      'answered',
    );
  });
}
