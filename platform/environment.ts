import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';
import { apiKeysPath } from './api-keys/api-key-file.js';

const DATA_FOLDER = 'jejaring-data';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const SUBGRAPH_URLS =
  'accounts=http://127.0.0.1:4001/graphql,agencies=http://127.0.0.1:4002/graphql,mentions=http://127.0.0.1:4003/graphql,spread=http://127.0.0.1:4004/graphql';

const NOT_LOOPBACK =
  'must be a loopback address (127.0.0.0/8, ::1 or localhost): access control is not configured, or was declined (docs/access.md); inside a container network that publishes ports on loopback only, docker-compose.yml sets JEJARING_PRIVATE_NETWORK=1';

const notAmong = (words: readonly string[]) => ({
  error: ({ input }: { readonly input?: unknown }) => `must be one of ${words.join(', ')}, not "${input}"`,
});

const PRIVATE_NETWORK = z.enum(['0', '1'], notAmong(['0', '1'])).default('0');

// Coercion alone would read an empty variable as 0, a port that nobody finds.
const PORT = z
  .string()
  .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, {
    error: ({ input }) => `must be a whole number from 0 to 65535, not "${input}"`,
  })
  .transform(Number)
  .default(4000);

const schemaFor = (anyAddress: boolean) =>
  z.object({
    JEJARING_DATA: z.string().min(1, 'must name a folder').default(DATA_FOLDER),
    PORT: PORT,
    HOST: z
      .string()
      .default('127.0.0.1')
      .refine((host) => isLoopback(host) || (anyAddress && isIP(host) !== 0), { message: NOT_LOOPBACK }),
    LOG_LEVEL: z.enum(LOG_LEVELS, notAmong(LOG_LEVELS)).default('info'),
    JEJARING_PRIVATE_NETWORK: PRIVATE_NETWORK,
    SUBGRAPH_URLS: z.string().default(SUBGRAPH_URLS).transform(toAddresses),
  });

/** Settings of a process; docs/configuration.md tells what each one does. */
export interface Environment {
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where the gateway finds the subgraphs that run as services of their own: name -> GraphQL endpoint. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
}

/** Settings that the command line may give. */
interface Flags {
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
}

const FLAG_OF: Readonly<Record<string, keyof Flags>> = { JEJARING_DATA: 'data', PORT: 'port', HOST: 'host' };

/** The data folder alone, for what must be known before the rest is read. */
export function dataFolderOf(variables: NodeJS.ProcessEnv, { data }: Flags = {}): string {
  return resolve(data ?? variables.JEJARING_DATA ?? DATA_FOLDER);
}

/**
 * Reads the environment variables, with flags of the command line before them. Addresses that other machines reach are
 * only for what is `guarded`: it tells who asks. What listens says itself whether it is; for the rest it is enough that
 * access control is configured. Throws BAD_CONFIGURATION naming every fault at once.
 */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
  flags: Flags = {},
  guarded = isAccessConfigured(variables, flags),
): Environment {
  const given = {
    JEJARING_DATA: flags.data ?? variables.JEJARING_DATA,
    PORT: flags.port ?? variables.PORT,
    HOST: flags.host ?? variables.HOST,
    LOG_LEVEL: variables.LOG_LEVEL,
    JEJARING_PRIVATE_NETWORK: variables.JEJARING_PRIVATE_NETWORK,
    SUBGRAPH_URLS: variables.SUBGRAPH_URLS,
  };
  const parsed = schemaFor(guarded || variables.JEJARING_PRIVATE_NETWORK === '1').safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ name: givenAs(String(path[0]), flags), message }));
    throw new CodedError('BAD_CONFIGURATION', faults.map(({ name, message }) => `${name}: ${message}`).join('; '), {
      at: [...new Set(faults.map(({ name }) => name))].join(', '),
      hint: 'docs/configuration.md tells what each setting may be',
    });
  }
  const { JEJARING_DATA, PORT, HOST, LOG_LEVEL } = parsed.data;
  return {
    dataFolder: resolve(JEJARING_DATA),
    port: PORT,
    host: HOST,
    logLevel: LOG_LEVEL,
    subgraphUrls: parsed.data.SUBGRAPH_URLS,
  };
}

/** Whether there is an issuer of tokens or a file of API keys. */
function isAccessConfigured(variables: NodeJS.ProcessEnv, flags: Flags): boolean {
  return Boolean(variables.ACCESS_JWKS) || existsSync(apiKeysPath(variables, dataFolderOf(variables, flags)));
}

/** How somebody gave a setting: by its flag where there was one, else by its variable. */
function givenAs(variable: string, flags: Flags): string {
  const flag = FLAG_OF[variable];
  return flag === undefined || flags[flag] === undefined ? variable : `--${flag}`;
}

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** `name=url,name=url` as a record. */
function toAddresses(text: string, context: z.RefinementCtx): Record<string, string> {
  const addresses: Record<string, string> = {};
  for (const entry of text.split(',')) {
    const [name = '', url = ''] = entry.trim().split(/=(.*)/s);
    if (/^[a-z]+$/.test(name) && URL.canParse(url) && /^https?:/.test(url)) addresses[name] = url;
    else context.addIssue({ code: 'custom', message: `"${entry}" is not <subgraph>=<http address>` });
  }
  return addresses;
}
