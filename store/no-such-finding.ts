import { CodedError } from '#domain/errors/coded-error.js';

export function noSuchFinding(id: string): CodedError {
  return new CodedError('NOT_FOUND', `there is no finding "${id.slice(0, 80)}"`, {
    at: 'group',
    hint: 'take the id from Issue.coTimedGroups; a run that was done again may no longer have it',
  });
}
