import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { ANYONE } from '#domain/caller.js';
import type { PresentError } from '#platform/graphql-errors.js';
import type { ChargeInVain, ToldHandler } from '../../access/controlled-handler.js';
import type { RequestAccess } from '../../access/request-caller.js';
import { refuseRequest } from '../../refuse-request.js';
import { clientOf } from './client-key.js';
import type { RateLimit } from './rate-limit.js';

/** Of a request from which nothing ran: it was read, and maybe parsed and validated in vain. */
const IN_VAIN = 10;
/** Bytes that cost a point to read. */
const BYTES = 1000;

/** Takes the points of one request from whoever sent it. */
export interface Charge {
  /** For what it asks, and for reading it. Throws RATE_LIMITED. */
  pay(points: number): Promise<void>;
  /** For what it is given later: an event of its stream. Throws RATE_LIMITED. */
  payEvent(points: number): Promise<void>;
}

/** Who sends a request, and what takes its points; nothing does where nothing is limited. */
export type ChargedAccess = RequestAccess & { readonly charge?: Charge };

/** A GraphQL endpoint that is told whom to charge. */
type ChargedHandler = (request: IncomingMessage, response: ServerResponse, context: ChargedAccess) => unknown;

/** A handler that reads nothing of requests of clients who have spent their budget, and tells the gateway whom to charge. */
export function ratedHandler(handler: ChargedHandler, rate: RateLimit | null, present: PresentError): ToldHandler {
  if (rate === null) return handler;
  return (request, response, access) => {
    const client = clientOf(access.caller, request.socket.remoteAddress);
    const refusal = rate.refusal(client);
    if (refusal !== null)
      return refuseRequest(response, present(new GraphQLError('', { originalError: refusal })), 429);
    let isPaid = false;
    const charge: Charge = {
      pay: (points) => {
        isPaid = true;
        return rate.take(client, Math.max(1, points) + bytesOf(request));
      },
      payEvent: (points) => rate.take(client, Math.max(1, points)),
    };
    response.once('close', () => {
      if (!isPaid) charge.pay(IN_VAIN).catch(() => undefined);
    });
    return handler(request, response, { ...access, charge });
  };
}

/** For requests whose credential is not good. Who shows a good one has a budget of its own, whoever else has the address. */
export function chargeInVain(rate: RateLimit | null): ChargeInVain | undefined {
  if (rate === null) return undefined;
  return async ({ socket }) => {
    const client = clientOf(ANYONE, socket.remoteAddress);
    const refusal = rate.refusal(client);
    if (refusal !== null) throw refusal;
    await rate.take(client, IN_VAIN);
  };
}

function bytesOf({ headers }: IncomingMessage): number {
  return Math.floor(Number(headers['content-length'] ?? 0) / BYTES) || 0;
}
