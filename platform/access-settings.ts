import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';
import { setVariables } from './set-variables.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const SETTINGS = z.object({
  ACCESS_JWKS: z.string().min(1).optional(),
  ACCESS_ISSUER: z.string().min(1).optional(),
  ACCESS_AUDIENCE: z.string().min(1).optional(),
  ACCESS_CLOCK_TOLERANCE_SECONDS: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) <= 300, {
      error: ({ input }) => `must be a whole number from 0 to 300, not "${input}"`,
    })
    .transform(Number)
    .default(30),
});

/** Whose tokens the gateway takes. */
export interface TokenIssuer {
  /** Where its public keys are: an address, or the path of a file. */
  readonly jwks: URL | string;
  readonly issuer: string;
  readonly audience: string;
  readonly toleranceSeconds: number;
}

/** Null where no issuer is set: only API keys are taken then. Throws BAD_CONFIGURATION naming every fault at once. */
export function readTokenIssuer(variables: NodeJS.ProcessEnv): TokenIssuer | null {
  const names = ['ACCESS_JWKS', 'ACCESS_ISSUER', 'ACCESS_AUDIENCE'] as const;
  if (names.every((name) => !variables[name])) return null;
  const missing = names
    .filter((name) => !variables[name])
    .map((name) => `${name}: is not set, and others of its kind are`);
  const parsed = SETTINGS.safeParse(setVariables(variables));
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  const jwks = variables.ACCESS_JWKS ? placeOf(variables.ACCESS_JWKS) : null;
  if (variables.ACCESS_JWKS && jwks === null)
    faults.push('ACCESS_JWKS: must be an https:// address (http:// on loopback alone) or the path of a file');
  const all = [...missing, ...faults];
  if (!parsed.success || jwks === null || all.length > 0) throw faulty(all);
  const { ACCESS_ISSUER = '', ACCESS_AUDIENCE = '', ACCESS_CLOCK_TOLERANCE_SECONDS } = parsed.data;
  return {
    jwks,
    issuer: ACCESS_ISSUER,
    audience: ACCESS_AUDIENCE,
    toleranceSeconds: ACCESS_CLOCK_TOLERANCE_SECONDS,
  };
}

/** Keys that come over an open network are keys of anybody. */
function placeOf(text: string): URL | string | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return resolve(text);
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname)) ? url : null;
}

/** The key with which the gateway signs what it asks of subgraphs, as PEM; null where none is set. Throws BAD_CONFIGURATION. */
export function internalSigningKey(variables: NodeJS.ProcessEnv): string | null {
  return keyText('INTERNAL_SIGNING_KEY_FILE', variables);
}

/** The public keys by which a subgraph knows the gateway, as PEM; null where none are set. Throws BAD_CONFIGURATION. */
export function internalPublicKeys(variables: NodeJS.ProcessEnv): string | null {
  return keyText('INTERNAL_PUBLIC_KEY_FILE', variables);
}

function keyText(name: string, variables: NodeJS.ProcessEnv): string | null {
  const path = variables[name];
  if (!path) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw faulty([`${name}: ${(cause as Error).message}`]);
  }
}

function faulty(faults: readonly string[]): CodedError {
  return new CodedError('BAD_CONFIGURATION', faults.join('; '), {
    at: [...new Set(faults.map((fault) => fault.slice(0, fault.indexOf(':'))))].join(', '),
    hint: 'docs/configuration.md tells what each setting may be',
  });
}
