import { CodedError } from '#domain/errors/coded-error.js';

export function auditBroken(at: string, message: string): CodedError {
  return new CodedError('AUDIT_BROKEN', message, {
    at,
    hint: 'ask "jejaring audit verify" where it breaks; keep the folder as it is for whoever looks into it, and move it away to begin a new log',
  });
}

export function auditUnavailable(at: string, cause: unknown): CodedError {
  if (cause instanceof CodedError) return cause;
  // Not its message: callers hear this, and paths are not for them. The log has the cause.
  const { code = 'see the log of the service' } = cause as NodeJS.ErrnoException;
  return new CodedError('AUDIT_UNAVAILABLE', `the audit log cannot be written (${code})`, {
    at,
    hint: 'make room on the disk, and let the service write the folder: nothing is changed unseen, and once too much waits nothing is read either',
    cause,
  });
}
