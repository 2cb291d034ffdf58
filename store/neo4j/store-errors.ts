import { Neo4jError } from 'neo4j-driver';
import { CodedError, type ErrorCode } from '#domain/errors/coded-error.js';

interface Fault {
  readonly when: (error: Neo4jError, poolSize: number) => boolean;
  readonly code: ErrorCode;
  readonly message: (error: Neo4jError) => string;
  readonly hint: string;
}

const codeHas = (part: string) => (error: Neo4jError) => error.code.includes(part);

/** In the driver's words: of the pool, or from a server that takes a connection and does not greet. */
const NO_CONNECTION = /^Connection acquisition timed out/;
const inUse = (message: string) => Number(/Active conn count = (\d+)/.exec(message)?.[1] ?? 0);

const AGAIN = 'try again when less is going on; nothing was lost';

/** What a caller can do something about; the first that fits. */
const FAULTS: readonly Fault[] = [
  {
    when: codeHas('Security.AuthenticationRateLimit'),
    code: 'STORE_UNAVAILABLE',
    message: () => 'Neo4j takes no password for some seconds, after too many wrong ones',
    hint: 'check NEO4J_USER and NEO4J_PASSWORD here and in what else connects, then try again',
  },
  {
    when: codeHas('.Security.'),
    code: 'BAD_CONFIGURATION',
    message: () => 'Neo4j refuses the user or the password',
    hint: 'check NEO4J_USER and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE)',
  },
  {
    when: codeHas('Database.DatabaseNotFound'),
    code: 'BAD_CONFIGURATION',
    message: () => 'Neo4j has no database of this name',
    hint: "check NEO4J_DATABASE; when it is not set, the user's home database is taken",
  },
  {
    when: codeHas('TransactionTimedOut'),
    code: 'STORE_UNAVAILABLE',
    message: () => 'the store gave up a query that took too long',
    hint: 'ask for a shorter period or fewer conditions, or again when less is going on',
  },
  {
    when: ({ message }, poolSize) => NO_CONNECTION.test(message) && inUse(message) >= poolSize,
    code: 'STORE_UNAVAILABLE',
    message: () => 'all connections to Neo4j are in use',
    hint: `${AGAIN}; NEO4J_POOL_SIZE allows more of them`,
  },
  {
    when: codeHas('OutOfMemory'),
    code: 'STORE_UNAVAILABLE',
    message: () => 'Neo4j has not enough memory for this',
    hint: 'give the server more heap (docs/neo4j.md), or try again when less is going on',
  },
  {
    when: (error) => codeHas('DeadlockDetected')(error) || codeHas('LockAcquisition')(error),
    code: 'STORE_UNAVAILABLE',
    message: () => 'Neo4j is busy with other writers',
    hint: AGAIN,
  },
  {
    when: (error) =>
      ['ServiceUnavailable', 'SessionExpired'].includes(error.code) ||
      error.retriable ||
      NO_CONNECTION.test(error.message),
    code: 'STORE_UNAVAILABLE',
    message: (error) => `Neo4j does not answer: ${reason(error)}`,
    hint: 'check that the server runs and that NEO4J_URI is its address; nothing was lost',
  },
];

/** Words of the driver and of Node, and ours for them. None of ours names an address: callers of the API see them. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'the connection is refused'],
  [/ENOTFOUND|EAI_AGAIN/, 'the name of its machine is not known'],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|Failed to establish connection in/, 'its machine is out of reach'],
  [/certificate|altnames/i, 'its certificate is not trusted'],
  [/TLS|SSL|EPROTO/, 'it does not encrypt connections as NEO4J_URI asks'],
  [/routing|discovery/i, 'no server of the cluster can be reached'],
  [/HTTP/, 'the port is that of a website, not of Bolt'],
  [/Server didn't respond in|Connection acquisition timed out/, 'it takes what it is asked and says nothing'],
  [/DatabaseUnavailable|not available/, 'it is starting or stopping'],
];

function reason({ code, message }: Neo4jError): string {
  return REASONS.find(([words]) => words.test(`${code} ${message}`))?.[1] ?? 'the connection was lost';
}

/** What a caller can do something about gets a code; all else is a fault of ours and stays as it is. */
export function storeError(cause: unknown, location: string, poolSize: number): unknown {
  if (!(cause instanceof Neo4jError)) return cause;
  const fault = FAULTS.find(({ when }) => when(cause, poolSize));
  if (fault === undefined) return cause;
  return new CodedError(fault.code, fault.message(cause), { at: location, hint: fault.hint, cause });
}

/** Whether a uniqueness constraint refused to create something that is there by now. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed';
}

/** Whether another process has made the very index or constraint meanwhile. */
export function isThereAlready(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';
}
