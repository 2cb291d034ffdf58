/** What an entry of the audit log is of. */
export const AUDIT_ACTIONS = [
  /** The first entry of a log. */
  'begin',
  'query',
  'mutation',
  'subscription',
  /** How a mutation ended; it was logged before it ran. */
  'outcome',
  /** Somebody looked behind a pseudonym. */
  'identify',
  /** Bytes before this entry are no entry: a writer was stopped in the middle of a line. */
  'torn',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What was asked or done. Never a text that somebody wrote: docs/audit.md tells what is kept. */
export interface AuditSubject {
  /** SHA-256 of the operation without the values in it: the same question has the same hash. */
  readonly operation?: string;
  /** Fields of the root that were asked for, sorted. */
  readonly fields?: readonly string[];
  /** Ids that arguments of root fields named. */
  readonly ids?: readonly string[];
  /** Codes of the errors in the answer, sorted. */
  readonly codes?: readonly string[];
  /** Number of the entry whose outcome this is. */
  readonly outcomeOf?: number;
  /** Of a torn line: how many bytes, and their SHA-256. */
  readonly torn?: { readonly bytes: number; readonly sha256: string };
}

/** What is to be logged. */
export interface AuditEvent {
  readonly action: AuditAction;
  readonly principal: string;
  readonly role: string;
  /** What for, as the caller says. */
  readonly purpose: string | null;
  readonly requestId: string | null;
  readonly what: AuditSubject;
}

/** One entry of the log, as it stands in it. */
export interface AuditEntry extends AuditEvent {
  /** ISO 8601 in UTC: when it was asked. */
  readonly at: string;
  /** From 1 on, without a gap. */
  readonly number: number;
  /** Hash of the entry before; 64 zeros before the first. */
  readonly previous: string;
}
