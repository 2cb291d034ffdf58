import { authenticated, type Caller } from '#domain/caller.js';
import { LONGEST_NAME } from '#domain/decision-words.js';
import { CodedError } from '#domain/errors/coded-error.js';

export const DECIDER = `Who decides, at most ${LONGEST_NAME} characters; only where no access control tells it.`;

/**
 * Under which name a decision is kept: that of the credential, so that nobody signs for somebody else. Throws BAD_PARAMETERS
 * where another is given.
 */
export function deciderOf(by: string | null | undefined, caller: Caller): string {
  const known = authenticated(caller);
  if (known === null) return by ?? '';
  if (by)
    throw new CodedError('BAD_PARAMETERS', 'who decides is told by their credential', {
      at: 'by',
      hint: 'leave it out',
    });
  return known.principal.slice(0, LONGEST_NAME);
}
