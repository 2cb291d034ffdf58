import type { AuditEvent } from '../audit-entry.js';

/** Where it is kept who asked for what. */
export interface AuditLog {
  /** Resolves, with the number of the entry, once it stands on the disk. Throws AUDIT_UNAVAILABLE, AUDIT_BROKEN. */
  append(event: AuditEvent): Promise<number>;
  /**
   * Writes it soon after: of what was noted in the last moments a crash may lose some. Throws AUDIT_UNAVAILABLE when the log
   * cannot be written and more waits already than may be kept: nothing is read unseen.
   */
  note(event: AuditEvent): void;
  /** Throws AUDIT_UNAVAILABLE or AUDIT_BROKEN while the log cannot be written. */
  health(): Promise<void>;
  /** Writes what waits, and ends. */
  close(): Promise<void>;
}
