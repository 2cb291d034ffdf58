import { CodedError } from '#domain/errors/coded-error.js';

const ACCESS = /@(join__directive\([^)]*name:\s*"(?:federation__)?)?(authenticated|requiresScopes|policy)\b/;

/**
 * The runtime passes over access directives without a word when no plugin acts on them: every door would stand open.
 * Throws BAD_CONFIGURATION for a supergraph that has them while none is set.
 */
export function requireAccessPlugin(supergraph: string, hasAccessPlugin: boolean): void {
  const applied = supergraph.split('\n').find((line) => !line.trim().startsWith('directive ') && ACCESS.test(line));
  if (applied !== undefined && !hasAccessPlugin)
    throw new CodedError('BAD_CONFIGURATION', `the supergraph restricts access, and nothing here enforces it`, {
      at: applied.trim(),
      hint: 'start the gateway with its access plugin, or compose the supergraph without access directives',
    });
}
