import type { MatchKey } from '#domain/claim-match.js';
import { CodedError } from '#domain/errors/coded-error.js';

export function noSuchMatch({ claimId, mentionId }: MatchKey): CodedError {
  return new CodedError('NOT_FOUND', `mention "${mentionId}" is no candidate of claim "${claimId}"`, {
    at: 'match',
    hint: 'take the id from a list of matches; a candidate that a later search did not find again is taken off the list',
  });
}
