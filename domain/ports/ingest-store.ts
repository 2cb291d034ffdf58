import type { IngestRow, RejectedRow } from '../ingest-record.js';

/** Which file an import reads, so that --resume can tell the same file from another of the same name. */
export interface ImportSource {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the first MiB. */
  readonly headHash: string;
  readonly format: string;
}

/** How far an import has come; written in the same transaction as the rows that it counts. */
export interface ImportCheckpoint {
  /** Rows of the input that are done, good and bad: a resumed import skips as many. */
  readonly rows: number;
  readonly rejected: number;
  /** Length of the rejects file then: a resumed import cuts it back to this. */
  readonly rejectsBytes: number;
}

export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly accountsAdded: number;
  readonly accountsUpdated: number;
}

export interface ImportSession {
  readonly id: number;
  readonly source: ImportSource;
  readonly checkpoint: ImportCheckpoint;
  readonly counts: ImportCounts;
  readonly finishedAt: number | null;
}

export interface BatchOutcome extends ImportCounts {
  /**
   * Rows that only the store can refuse: a mention id that this import already brought, a parent chain that would lead
   * back to its start, a row that contradicts what is stored (another account, time, kind or parent).
   */
  readonly rejected: readonly RejectedRow[];
}

/** Writes imports: idempotent on (platform, native id), resumable, all or nothing per batch. */
export interface IngestStore {
  /** A new import, from the first row of its source. An unfinished one of the same path is given up, as by `resume`. */
  begin(source: ImportSource): Promise<ImportSession>;
  /** The last unfinished import of this path, whatever its source says now. */
  unfinished(path: string): Promise<ImportSession | null>;
  /**
   * Takes an unfinished import over and tells how far it came. Whoever was at it hears IMPORT_IN_PROGRESS at the next
   * batch, before its checkpoint is asked for: nobody waits for a process that was killed, and no two write one rejects
   * file.
   */
  resume(importId: number): Promise<ImportSession>;
  /**
   * Writes one batch in one transaction, with membership in the issues that it matches, and then asks for the checkpoint:
   * the rejects of this batch are known by then, so that the caller can write them before it answers. A store that tries
   * a transaction again (a lost connection, a deadlock) asks for it again: only the last answer counts.
   *
   * `before`: the batch before, still being written. This one is made ready meanwhile, is written behind it, and fails with
   * it, so that no checkpoint ever passes rows that are not there.
   */
  write(
    importId: number,
    rows: readonly IngestRow[],
    checkpoint: (outcome: BatchOutcome) => ImportCheckpoint,
    before?: Promise<unknown>,
  ): Promise<BatchOutcome>;
  finish(importId: number): Promise<ImportSession>;
}
