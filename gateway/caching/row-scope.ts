import type { Caller } from '#domain/caller.js';

/**
 * The same text for callers of whom subgraphs know the same but for their name: whoever may see more or less, or acts for
 * another agency, is another. Rows are limited by all of it, in the hub and in subgraphs that we do not know.
 */
export function rowScope({ role, agencyId, regions, scopes }: Caller): string {
  return JSON.stringify([role, agencyId, regions && [...regions].sort(), [...scopes].sort()]);
}

/** The same for one caller alone. */
export function ownScope(caller: Caller): string {
  return JSON.stringify([rowScope(caller), caller.principal]);
}
