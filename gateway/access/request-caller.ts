import { ANYONE, type Caller, UNCONTROLLED } from '#domain/caller.js';

/** What the server puts into the context of each request. */
export interface RequestAccess {
  readonly caller: Caller;
  /** When the credential no longer holds, in milliseconds since 1970. */
  readonly validUntil: number;
  /** Whether it was not taken back since; left out where nobody could tell. */
  readonly holds?: () => boolean;
}

/** Of every request where access control was declined. */
export const UNCONTROLLED_ACCESS: RequestAccess = { caller: UNCONTROLLED, validUntil: Number.POSITIVE_INFINITY };

/** Who sends the request of a context. Where nobody was put there it is nobody known. */
export function callerOf(context: unknown): Caller {
  return (context as Partial<RequestAccess> | null | undefined)?.caller ?? ANYONE;
}
