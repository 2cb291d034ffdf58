import type { Role } from './access/scopes.js';

/** Who sends a request: what its credential says, checked. Immutable, plain, and the same in every part of the hub. */
export interface Caller {
  /** Who it is, for logs: `user:<subject>`, `key:<public id>`; `anyone` where nobody said who they are. */
  readonly principal: string;
  /** Null where nobody said who they are. */
  readonly role: Role | null;
  /** What it may do. */
  readonly scopes: readonly string[];
  /** Codes of regions; it sees what lies in them. Null: all of the country. Nothing where empty. */
  readonly regions: readonly string[] | null;
  /** The agency that it acts for. */
  readonly agencyId: string | null;
}

/** Whoever has shown no credential. */
export const ANYONE: Caller = { principal: 'anyone', role: null, scopes: [], regions: [], agencyId: null };

/** Everybody, where a hub on loopback is served without access control. */
export const UNCONTROLLED: Caller = { principal: 'anyone', role: null, scopes: [], regions: null, agencyId: null };

/** Null for whoever has shown no credential, and for everybody where access is not controlled. */
export function authenticated(caller: Caller): Caller | null {
  return caller.role === null ? null : caller;
}

/** Under which names a log keeps a caller: "local" for whoever reaches a machine where access is not controlled. */
export function namesInLog({ principal, role, regions }: Caller): { principal: string; role: string } {
  if (role !== null) return { principal, role };
  return regions === null ? { principal: 'local', role: 'local' } : { principal, role: 'none' };
}
