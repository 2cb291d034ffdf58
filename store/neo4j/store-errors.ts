import { Neo4jError } from 'neo4j-driver';
import { CodedError } from '#domain/errors/coded-error.js';

const OUT_OF_REACH = new Set(['ServiceUnavailable', 'SessionExpired']);

/** What a caller can do something about gets a code; all else is a fault of ours and stays as it is. */
export function storeError(cause: unknown, location: string): unknown {
  if (!(cause instanceof Neo4jError)) return cause;
  const { code } = cause;
  if (code.startsWith('Neo.ClientError.Security.'))
    return new CodedError('BAD_CONFIGURATION', `Neo4j refuses the user or the password: ${cause.message}`, {
      at: location,
      hint: 'check NEO4J_USER and NEO4J_PASSWORD',
      cause,
    });
  if (code.includes('TransactionTimedOut') || code.includes('TransactionTimedOutClientConfiguration'))
    return new CodedError('STORE_UNAVAILABLE', 'the store gave up a query that took too long', {
      at: location,
      hint: 'ask for a shorter period or fewer conditions, or again when less is going on',
      cause,
    });
  if (OUT_OF_REACH.has(code) || code.startsWith('Neo.TransientError.') || cause.retriable)
    return new CodedError('STORE_UNAVAILABLE', `Neo4j does not answer: ${cause.message.split('\n')[0]}`, {
      at: location,
      hint: 'check that the server runs and that NEO4J_URI is its address; nothing was lost',
      cause,
    });
  return cause;
}
