import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const schema = z.object({
  JEJARING_DATA: z.string().min(1).default('jejaring-data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1').refine(isLoopback, {
    message: 'must be a loopback address (127.0.0.0/8, ::1 or localhost): there is no access control yet',
  }),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

/** Settings of a process; docs/configuration.md tells what each one does. */
export interface Environment {
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads the environment variables, with flags of the command line before them. Throws BAD_CONFIGURATION naming every fault at once. */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
  flags: { data?: string; port?: string; host?: string } = {},
): Environment {
  const given = {
    JEJARING_DATA: flags.data ?? variables.JEJARING_DATA,
    PORT: flags.port ?? variables.PORT,
    HOST: flags.host ?? variables.HOST,
    LOG_LEVEL: variables.LOG_LEVEL,
  };
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CodedError('BAD_CONFIGURATION', faults.join('; '), {
      at: 'environment',
      hint: 'see docs/configuration.md, or run "jejaring doctor"',
    });
  }
  const { JEJARING_DATA, PORT, HOST, LOG_LEVEL } = parsed.data;
  return { dataFolder: resolve(JEJARING_DATA), port: PORT, host: HOST, logLevel: LOG_LEVEL };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
