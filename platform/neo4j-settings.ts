import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';

const SCHEMES = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];

const WHOLE = /^\d{1,6}$/;
const LOOPBACK = /^127(\.\d{1,3}){3}$/;

const SETTINGS = z.object({
  NEO4J_URI: z.string().refine((uri) => URL.canParse(uri) && SCHEMES.includes(new URL(uri).protocol.slice(0, -1)), {
    error: ({ input }) => `must be an address as neo4j+s://graph.example:7687 or bolt://127.0.0.1:7687, not "${input}"`,
  }),
  NEO4J_USER: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_PASSWORD_FILE: z.string().optional(),
  NEO4J_DATABASE: z.string().min(1).optional(),
  NEO4J_CA_FILE: z.string().min(1).optional(),
  NEO4J_POOL_SIZE: z.string().regex(WHOLE, 'must be a whole number').transform(Number).default(20),
  NEO4J_RETRY_SECONDS: z.string().regex(WHOLE, 'must be a whole number').transform(Number).default(120),
  JEJARING_PRIVATE_NETWORK: z.string().optional(),
});

/** How the hub reaches Neo4j; docs/configuration.md tells what each setting does. */
export interface Neo4jSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Null: the user's home database. */
  readonly database: string | null;
  /** File with the certificate of the authority that signed the server's. */
  readonly caFile: string | null;
  readonly poolSize: number;
  /** How long imports, maps and copies wait for a server that went away. */
  readonly retrySeconds: number;
}

/** Null where NEO4J_URI is not set: the hub then runs on the embedded store. Throws BAD_CONFIGURATION. */
export function readNeo4jSettings(variables: NodeJS.ProcessEnv): Neo4jSettings | null {
  if (!variables.NEO4J_URI) return null;
  // Addresses are shown, in messages and by doctor; and the driver would not use it.
  if (/\/\/[^/]*@/.test(variables.NEO4J_URI))
    throw faulty('NEO4J_URI: holds a user or a password', 'put them into NEO4J_USER and NEO4J_PASSWORD');
  const parsed = SETTINGS.safeParse(variables);
  if (!parsed.success)
    throw faulty(parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`).join('; '));
  const given = parsed.data;
  if (given.NEO4J_CA_FILE !== undefined && given.NEO4J_URI.includes('+'))
    throw faulty(
      'NEO4J_CA_FILE: goes with neo4j:// or bolt://, which it encrypts',
      'leave "+s" or "+ssc" out of NEO4J_URI',
    );
  assertPrivate(given.NEO4J_URI, given.NEO4J_CA_FILE !== undefined, given.JEJARING_PRIVATE_NETWORK === '1');
  return {
    uri: given.NEO4J_URI,
    user: given.NEO4J_USER,
    password: readPassword(given.NEO4J_PASSWORD, given.NEO4J_PASSWORD_FILE),
    database: given.NEO4J_DATABASE ?? null,
    caFile: given.NEO4J_CA_FILE ?? null,
    poolSize: given.NEO4J_POOL_SIZE,
    retrySeconds: given.NEO4J_RETRY_SECONDS,
  };
}

/** The password and all data would cross the network in the open. */
function assertPrivate(uri: string, custom: boolean, privateNetwork: boolean): void {
  const { protocol, hostname } = new URL(uri);
  const loopback = hostname === 'localhost' || hostname === '[::1]' || LOOPBACK.test(hostname);
  if (protocol.includes('+') || custom || loopback || privateNetwork) return;
  throw faulty(
    `NEO4J_URI: ${protocol}// is not encrypted, and ${hostname} is another machine`,
    'write neo4j+s:// or bolt+s://, or set NEO4J_CA_FILE',
  );
}

function readPassword(given: string | undefined, file: string | undefined): string {
  if (given) return given;
  if (!file)
    throw faulty('NEO4J_PASSWORD: is not set', 'set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file that holds it');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw faulty(`NEO4J_PASSWORD_FILE: ${(cause as Error).message}`);
  }
}

function faulty(message: string, hint = 'docs/configuration.md tells what each setting may be'): CodedError {
  return new CodedError('BAD_CONFIGURATION', message, { at: message.slice(0, message.indexOf(':')), hint });
}
