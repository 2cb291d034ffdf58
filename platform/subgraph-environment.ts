import { CodedError } from '#domain/errors/coded-error.js';
import { internalPublicKeys } from './access-settings.js';
import { type Environment, readEnvironment } from './environment.js';

/** Settings of a subgraph that runs as a service of its own. */
export interface SubgraphEnvironment extends Environment {
  /** By which it knows the gateway, as PEM; null: it answers everybody, on loopback or a private network alone. */
  readonly publicKeys: string | null;
}

/** Throws BAD_CONFIGURATION. */
export function readSubgraphEnvironment(variables: NodeJS.ProcessEnv): SubgraphEnvironment {
  const publicKeys = internalPublicKeys(variables);
  if (publicKeys !== null && !publicKeys.includes('BEGIN PUBLIC KEY'))
    throw new CodedError('BAD_CONFIGURATION', 'INTERNAL_PUBLIC_KEY_FILE: holds no public key in PEM', {
      at: 'INTERNAL_PUBLIC_KEY_FILE',
      hint: '"jejaring keys internal" makes it, beside the key of the gateway',
    });
  return { ...readEnvironment(variables, {}, publicKeys !== null), publicKeys };
}
