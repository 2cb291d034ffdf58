import type { AuditEvent } from '#domain/audit-entry.js';
import { type Caller, namesInLog, UNCONTROLLED } from '#domain/caller.js';
import { headerOf, requestIdOf } from '../request-id.js';

const LONGEST = 200;

type CallerContext = { readonly caller?: Caller };

/** Who asks, under which id, and what for. */
export function askedBy(context: unknown): Pick<AuditEvent, 'principal' | 'role' | 'purpose' | 'requestId'> {
  const { caller = UNCONTROLLED } = (context ?? {}) as CallerContext;
  const { principal, role } = namesInLog(caller);
  return {
    principal: principal.slice(0, LONGEST),
    role: role.slice(0, LONGEST),
    purpose: headerOf(context, 'x-purpose')?.slice(0, LONGEST) ?? null,
    requestId: requestIdOf(context)?.slice(0, LONGEST) ?? null,
  };
}
