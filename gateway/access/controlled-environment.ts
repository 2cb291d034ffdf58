import { existsSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import { internalSigningKey, readTokenIssuer } from '#platform/access-settings.js';
import { ApiKeyFile, apiKeysPath } from '#platform/api-keys/api-key-file.js';
import { dataFolderOf, type Environment, readEnvironment } from '#platform/environment.js';
import { internalTokenSigner, type SignInternalToken } from '#platform/internal-token/internal-token-signer.js';
import { apiKeyReader } from './api-key-credential.js';
import { type Authenticate, authenticator } from './authenticate.js';
import { issuerKeys } from './issuer-keys.js';
import { tokenReader } from './token-credential.js';

interface Flags {
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
  /** False once --no-access is given. */
  readonly access?: boolean;
}

export interface ControlledEnvironment {
  readonly environment: Environment;
  /** Null where access control is not configured, or declined: only loopback is listened on then. */
  readonly authenticate: Authenticate | null;
  /** Null where no key is set: subgraphs are asked without a token. */
  readonly sign: SignInternalToken | null;
}

/**
 * The settings of a process that answers clients. Access control is on once there is a file of API keys or an issuer of
 * tokens is set. Throws BAD_CONFIGURATION.
 */
export function controlledEnvironment(variables: NodeJS.ProcessEnv, flags: Flags = {}): ControlledEnvironment {
  const authenticate = flags.access === false ? null : configured(variables, dataFolderOf(variables, flags));
  return {
    environment: readEnvironment(variables, flags, authenticate !== null),
    authenticate,
    sign: signer(variables),
  };
}

/**
 * For the gateway over the hub's own subgraphs, which part rows by the regions of the caller: without a token they know of none,
 * and a caller of one region would see all. Throws BAD_CONFIGURATION.
 */
export function mustNameCallers({ authenticate, sign }: Pick<ControlledEnvironment, 'authenticate' | 'sign'>): void {
  if (authenticate === null || sign !== null) return;
  throw new CodedError(
    'BAD_CONFIGURATION',
    'access control is configured, and INTERNAL_SIGNING_KEY_FILE is not: subgraphs would not know for whom they are asked, and show each caller the rows of all regions',
    {
      at: 'INTERNAL_SIGNING_KEY_FILE',
      hint: '"jejaring keys internal" makes the key, and the public one for the subgraphs (INTERNAL_PUBLIC_KEY_FILE)',
    },
  );
}

function configured(variables: NodeJS.ProcessEnv, dataFolder: string): Authenticate | null {
  const issuer = readTokenIssuer(variables);
  const path = apiKeysPath(variables, dataFolder);
  if (issuer === null && !existsSync(path)) {
    if (variables.ACCESS_KEYS_FILE) throw missing(path);
    return null;
  }
  const keys = new ApiKeyFile(path);
  // A broken file is told of now, and not to the first who calls.
  keys.all();
  return authenticator({
    apiKey: apiKeyReader(() => keys.all()),
    token: issuer && tokenReader(issuer, issuerKeys(issuer.jwks)),
  });
}

function signer(variables: NodeJS.ProcessEnv): SignInternalToken | null {
  const pem = internalSigningKey(variables);
  try {
    return pem === null ? null : internalTokenSigner(pem);
  } catch (cause) {
    throw new CodedError('BAD_CONFIGURATION', 'INTERNAL_SIGNING_KEY_FILE: holds no private P-256 key', {
      at: 'INTERNAL_SIGNING_KEY_FILE',
      hint: '"jejaring keys internal" makes one, and the public key for the subgraphs',
      cause,
    });
  }
}

/** Whoever names a file wants it heeded: without it everything would be open. */
function missing(path: string): CodedError {
  return new CodedError('BAD_CONFIGURATION', 'ACCESS_KEYS_FILE: there is no such file', {
    at: path,
    hint: '"jejaring keys issue" makes it',
  });
}
