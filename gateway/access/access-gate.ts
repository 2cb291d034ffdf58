import { memoize1 } from '@graphql-tools/utils';
import { authenticated, type Caller } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { AccessRules, Requirement } from './access-rules.js';

/** What one caller may not see. */
export interface AccessGate {
  /** The same for all callers to whom the same fields are open: what is prepared for one serves the others. */
  readonly key: string;
  /** Why a field is closed; null where it is open. */
  denial(typeName: string, fieldName: string): CodedError | null;
}

/** Where nothing is restricted, or access control was declined. */
export const OPEN_GATE: AccessGate = { key: '', denial: () => null };

/** Gates of callers, each made once for as long as the caller is kept. */
export function accessGates(rules: AccessRules): (caller: Caller) => AccessGate {
  return memoize1((caller: Caller) => accessGate(rules, caller));
}

function accessGate(rules: AccessRules, caller: Caller): AccessGate {
  const isKnown = authenticated(caller) !== null;
  const scopes = new Set(isKnown ? caller.scopes.filter((scope) => rules.scopes.has(scope)) : []);
  return {
    key: isKnown ? JSON.stringify([...scopes].sort()) : 'anyone',
    denial: (typeName, fieldName) => {
      const unmet = rules.requirements(typeName, fieldName).find(({ anyOf }) => !isKnown || !isMet(anyOf, scopes));
      if (!unmet) return null;
      return isKnown ? forbidden(`${typeName}.${fieldName}`, unmet) : unauthenticated(`${typeName}.${fieldName}`);
    },
  };
}

function isMet(anyOf: Requirement['anyOf'], scopes: ReadonlySet<string>): boolean {
  return anyOf === null || anyOf.some((all) => all.every((scope) => scopes.has(scope)));
}

function unauthenticated(field: string): CodedError {
  return new CodedError('UNAUTHENTICATED', `${field} is for callers who say who they are`, {
    at: field,
    hint: 'send "authorization: Bearer …" with an API key or a token (docs/access.md)',
  });
}

function forbidden(field: string, { anyOf }: Requirement): CodedError {
  const ways = (anyOf ?? []).map((all) => all.join(' and ')).join(', or ');
  return new CodedError('FORBIDDEN', `${field} needs ${ways}`, {
    at: field,
    hint: ways.includes('regions:all')
      ? 'it is not parted by region yet: no credential that is limited to regions has regions:all (docs/access.md#regions)'
      : 'ask those who gave the credential for one of a role that has it (docs/access.md)',
  });
}
