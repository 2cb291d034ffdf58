/** Every fault a caller can do something about has one of these codes; docs/errors.md lists them. */
export const ERROR_CODES = [
  'AUDIT_BROKEN',
  'AUDIT_UNAVAILABLE',
  'BAD_CONFIGURATION',
  'BAD_CURSOR',
  'BAD_FILTER',
  'BAD_INPUT_FILE',
  'BAD_ISSUE_QUERY',
  'BAD_MAPPING',
  'BAD_PARAMETERS',
  'BAD_SUPERGRAPH',
  'BREAKING_CHANGE',
  'CLIENT_GONE',
  'COMPOSITION_FAILED',
  'CONFLICT_OF_INTEREST',
  'CONTRACT_FAILED',
  'COPY_DIFFERS',
  'COPY_IN_PROGRESS',
  'COPY_UNFINISHED',
  'ENGINE_UNAVAILABLE',
  'FORBIDDEN',
  'IMPORT_IN_PROGRESS',
  'INPUT_CHANGED',
  'ISSUE_EXISTS',
  'ISSUER_UNAVAILABLE',
  'NOT_FOUND',
  'NO_RUN_YET',
  'OPERATION_TIMEOUT',
  'OPERATION_TOO_COSTLY',
  'PAGE_TOO_LARGE',
  'RATE_LIMITED',
  'RUN_IN_PROGRESS',
  'SOURCE_CHANGED',
  'STOPPED',
  'STORE_NOT_EMPTY',
  'STORE_UNAVAILABLE',
  'STORE_TOO_NEW',
  'SUBGRAPH_FAULT',
  'SUBGRAPH_UNAVAILABLE',
  'TOO_MANY_SUBSCRIPTIONS',
  'UNAUTHENTICATED',
  'UNKNOWN_DOCUMENT',
  'WATCH_IN_PROGRESS',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

interface CodedErrorDetails {
  readonly at?: string;
  readonly hint?: string;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** What was wrong (`message`), where (`at`), and what to do about it (`hint`). Safe to show to the caller. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly at: string | undefined;
  readonly hint: string | undefined;
  /** After how long the same may be asked again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, details: CodedErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CodedError';
    this.code = code;
    this.at = details.at;
    this.hint = details.hint;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
