import type { AuditEvent } from '#domain/audit-entry.js';
import { type Caller, UNCONTROLLED } from '#domain/caller.js';

const LONGEST = 200;
const ANYBODY = { principal: 'local', role: 'local' };

type CallerContext = {
  readonly request?: Request;
  readonly caller?: Caller;
};

/** Who asks, under which id, and what for. Where no access control names a caller, it is whoever reaches this machine: "local". */
export function callerOf(context: unknown): Pick<AuditEvent, 'principal' | 'role' | 'purpose' | 'requestId'> {
  const { request, caller } = (context ?? {}) as CallerContext;
  const { principal, role } = !caller || caller === UNCONTROLLED ? ANYBODY : { ...caller, role: caller.role ?? 'none' };
  return {
    principal: principal.slice(0, LONGEST),
    role: role.slice(0, LONGEST),
    purpose: request?.headers.get('x-purpose')?.slice(0, LONGEST) ?? null,
    requestId: request?.headers.get('x-request-id')?.slice(0, LONGEST) ?? null,
  };
}
