import { randomUUID } from 'node:crypto';
import { CodedError } from '#domain/errors/coded-error.js';
import type { BatchOutcome, ImportCheckpoint, ImportSession, ImportSource } from '#domain/ports/ingest-store.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import {
  ADVANCE_IMPORT,
  BEGIN_IMPORT,
  BEGUN_BEFORE,
  FINISH_IMPORT,
  LOCK_IMPORT,
  TAKE_IMPORT,
  UNFINISHED_IMPORT,
} from './import-sessions.cypher.js';

/** An Import node. */
export interface StoredImport {
  readonly id: number;
  readonly path: string;
  readonly bytes: number;
  readonly headHash: string;
  readonly format: string;
  readonly rows: number;
  readonly rejected: number;
  readonly rejectsBytes: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly accountsAdded: number;
  readonly accountsUpdated: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly superseded: boolean;
  readonly writer: string | null;
  readonly lastBatch: string | null;
  readonly lastOutcome: string | null;
}

interface ImportRow {
  readonly import: StoredImport;
}

/** The journal of imports: what was begun, how far it came, what it brought. */
export class ImportSessions {
  readonly #connection: Neo4jConnection;
  readonly #now: () => number;
  /** Of this handle: the import that it began or took over is its own until another one does. */
  readonly #writer = randomUUID();

  constructor(connection: Neo4jConnection, now: () => number) {
    this.#connection = connection;
    this.#now = now;
  }

  /** A new session; an unfinished one of the same path is given up, since the file is now read from its start. */
  async begin(source: ImportSource): Promise<ImportSession> {
    const { path, bytes, headHash, format } = source;
    const beginning = randomUUID();
    const values = { path, bytes, headHash, format, now: this.#now(), writer: this.#writer, beginning };
    return this.#connection.write(async (cypher) => {
      const begun = await cypher.run<ImportRow>(BEGUN_BEFORE, { path, beginning });
      return sessionOf(begun.length > 0 ? begun : await cypher.run<ImportRow>(BEGIN_IMPORT, values));
    });
  }

  async unfinished(path: string): Promise<ImportSession | null> {
    const rows = await this.#connection.read<ImportRow>(UNFINISHED_IMPORT, { path });
    return rows.length === 0 ? null : sessionOf(rows);
  }

  resume(id: number): Promise<ImportSession> {
    return this.#connection.write(async (cypher) => {
      await cypher.run(TAKE_IMPORT, { id, writer: this.#writer });
      await this.lock(cypher, id);
      return sessionOf(await cypher.run<ImportRow>(LOCK_IMPORT, { id }));
    });
  }

  finish(id: number): Promise<ImportSession> {
    return this.#connection.write(async (cypher) => {
      await this.lock(cypher, id);
      return sessionOf(await cypher.run<ImportRow>(FINISH_IMPORT, { id, now: this.#now() }));
    });
  }

  /** Locks the import for the transaction. Throws NOT_FOUND, and IMPORT_IN_PROGRESS when another process has it now. */
  async lock(cypher: Cypher, id: number): Promise<StoredImport> {
    const [row] = await cypher.run<ImportRow>(LOCK_IMPORT, { id });
    if (row === undefined) throw new CodedError('NOT_FOUND', `there is no import ${id}`, { at: 'importId' });
    if (row.import.writer === this.#writer && !row.import.superseded) return row.import;
    throw new CodedError('IMPORT_IN_PROGRESS', 'another process has begun to import this file', {
      at: row.import.path,
      hint: 'nothing is lost: the other process reads all of it, and this one has stopped',
    });
  }

  async advance(
    cypher: Cypher,
    id: number,
    batch: string,
    outcome: BatchOutcome,
    { rows, rejected, rejectsBytes }: ImportCheckpoint,
  ): Promise<void> {
    const { rejected: _refused, ...counts } = outcome;
    const checkpoint = { rows, rejected, rejectsBytes };
    await cypher.run(ADVANCE_IMPORT, { id, batch, checkpoint, ...counts, outcome: JSON.stringify(outcome) });
  }
}

function sessionOf(rows: readonly ImportRow[]): ImportSession {
  const { id, path, bytes, headHash, format, rows: done, rejected, rejectsBytes, ...rest } = rows[0]!.import;
  const { added, updated, unchanged, accountsAdded, accountsUpdated } = rest;
  return {
    id,
    source: { path, bytes, headHash, format },
    checkpoint: { rows: done, rejected, rejectsBytes },
    counts: { added, updated, unchanged, accountsAdded, accountsUpdated },
    finishedAt: rest.finishedAt ?? null,
  };
}
