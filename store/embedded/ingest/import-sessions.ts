import { randomUUID } from 'node:crypto';
import { CodedError } from '#domain/errors/coded-error.js';
import type { BatchOutcome, ImportCheckpoint, ImportSession, ImportSource } from '#domain/ports/ingest-store.js';
import type { Database } from '../database.js';

interface SessionRow {
  id: number;
  path: string;
  bytes: number;
  head_hash: string;
  format: string;
  rows: number;
  rejected: number;
  rejects_bytes: number;
  added: number;
  updated: number;
  unchanged: number;
  accounts_added: number;
  accounts_updated: number;
  started_at: number;
  finished_at: number | null;
  writer: string | null;
  superseded: number;
}

const ADVANCE = `UPDATE import SET rows = ?, rejected = ?, rejects_bytes = ?, added = added + ?, updated = updated + ?,
  unchanged = unchanged + ?, accounts_added = accounts_added + ?, accounts_updated = accounts_updated + ? WHERE id = ?`;

/** The journal of imports: what was begun, how far it came, what it brought. */
export class ImportSessions {
  readonly #database: Database;
  readonly #now: () => number;
  /** Of this connection: the import that it began or took over is its own until another one does. */
  readonly #writer = randomUUID();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** A new session; an unfinished one of the same path is given up, since the file is now read from its start. */
  begin({ path, bytes, headHash, format }: ImportSource): ImportSession {
    return this.#database.transaction(() => {
      this.#database.run(
        `DELETE FROM import_seen WHERE import_id IN
           (SELECT id FROM import WHERE path = ? AND finished_at IS NULL AND superseded = 0)`,
        path,
      );
      this.#database.run(
        'UPDATE import SET superseded = 1 WHERE path = ? AND finished_at IS NULL AND superseded = 0',
        path,
      );
      const { lastId } = this.#database.run(
        'INSERT INTO import (path, bytes, head_hash, format, started_at, writer) VALUES (?, ?, ?, ?, ?, ?)',
        path,
        bytes,
        headHash,
        format,
        this.#now(),
        this.#writer,
      );
      return readSession(this.#row(lastId));
    });
  }

  unfinished(path: string): ImportSession | null {
    const row = this.#database.get<SessionRow>(
      'SELECT * FROM import WHERE path = ? AND finished_at IS NULL AND superseded = 0 ORDER BY id DESC LIMIT 1',
      path,
    );
    return row === undefined ? null : readSession(row);
  }

  resume(id: number): ImportSession {
    return this.#database.transaction(() => {
      this.#database.run('UPDATE import SET writer = ? WHERE id = ?', this.#writer, id);
      return readSession(this.#own(id));
    });
  }

  /** When the import began. Inside a transaction; throws IMPORT_IN_PROGRESS when it is another's by now. */
  startedAt(id: number): number {
    return this.#own(id).started_at;
  }

  /** Inside the transaction that wrote the rows. */
  advance(id: number, outcome: BatchOutcome, { rows, rejected, rejectsBytes }: ImportCheckpoint): void {
    const { added, updated, unchanged, accountsAdded, accountsUpdated } = outcome;
    this.#database.run(
      ADVANCE,
      rows,
      rejected,
      rejectsBytes,
      added,
      updated,
      unchanged,
      accountsAdded,
      accountsUpdated,
      id,
    );
  }

  finish(id: number): ImportSession {
    return this.#database.transaction(() => {
      this.#own(id);
      this.#database.run('UPDATE import SET finished_at = coalesce(finished_at, ?) WHERE id = ?', this.#now(), id);
      this.#database.run('DELETE FROM import_seen WHERE import_id = ?', id);
      return readSession(this.#row(id));
    });
  }

  #own(id: number): SessionRow {
    const row = this.#row(id);
    if (row.writer === this.#writer && row.superseded === 0) return row;
    throw new CodedError('IMPORT_IN_PROGRESS', 'another process has begun to import this file', {
      at: row.path,
      hint: 'nothing is lost: the other process reads all of it, and this one has stopped',
    });
  }

  #row(id: number): SessionRow {
    const row = this.#database.get<SessionRow>('SELECT * FROM import WHERE id = ?', id);
    if (row === undefined) throw new CodedError('NOT_FOUND', `there is no import ${id}`, { at: 'importId' });
    return row;
  }
}

function readSession(row: SessionRow): ImportSession {
  return {
    id: row.id,
    source: { path: row.path, bytes: row.bytes, headHash: row.head_hash, format: row.format },
    checkpoint: { rows: row.rows, rejected: row.rejected, rejectsBytes: row.rejects_bytes },
    counts: {
      added: row.added,
      updated: row.updated,
      unchanged: row.unchanged,
      accountsAdded: row.accounts_added,
      accountsUpdated: row.accounts_updated,
    },
    finishedAt: row.finished_at,
  };
}
