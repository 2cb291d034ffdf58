import { CodedError, type ErrorCode } from '#domain/errors/coded-error.js';

/** An error as it crosses between threads, where classes are lost. */
export interface Failure {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly at: string | undefined;
  readonly hint: string | undefined;
  readonly stack: string | undefined;
}

export function failureOf(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (!(error instanceof CodedError)) return { code: null, message, stack, at: undefined, hint: undefined };
  return { code: error.code, message, stack, at: error.at, hint: error.hint };
}

export function errorOf({ code, message, at, hint, stack }: Failure): Error {
  const details = { ...(at !== undefined && { at }), ...(hint !== undefined && { hint }) };
  const error = code === null ? new Error(message) : new CodedError(code, message, details);
  if (stack !== undefined) error.stack = stack;
  return error;
}
