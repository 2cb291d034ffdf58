import type { Caller } from '#domain/caller.js';

/**
 * The same text for callers of whom subgraphs know the same but for their name: whoever may see more or less, or acts for
 * another agency, is another. Rows are limited by all of it, in the hub and in subgraphs that we do not know; what callers will have
 * one day is part of it too.
 */
export function rowScope({ principal: _, regions, scopes, ...others }: Caller): string {
  const sorted = Object.entries(others).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([regions && [...regions].sort(), [...scopes].sort(), sorted]);
}

/** The same for one caller alone. */
export function ownScope(caller: Caller): string {
  return JSON.stringify([rowScope(caller), caller.principal]);
}
