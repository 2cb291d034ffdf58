import type { AuditEvent } from '#domain/audit-entry.js';
import { type Caller, namesInLog, UNCONTROLLED } from '#domain/caller.js';
import { requestIdOf } from '../request-id.js';

const LONGEST = 200;

type CallerContext = {
  readonly request?: Request;
  readonly caller?: Caller;
};

/** Who asks, under which id, and what for. */
export function askedBy(context: unknown): Pick<AuditEvent, 'principal' | 'role' | 'purpose' | 'requestId'> {
  const { request, caller = UNCONTROLLED } = (context ?? {}) as CallerContext;
  const { principal, role } = namesInLog(caller);
  return {
    principal: principal.slice(0, LONGEST),
    role: role.slice(0, LONGEST),
    purpose: request?.headers.get('x-purpose')?.slice(0, LONGEST) ?? null,
    requestId: requestIdOf(context)?.slice(0, LONGEST) ?? null,
  };
}
