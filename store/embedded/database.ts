import { setTimeout } from 'node:timers/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import { openSqlite, type SqliteDatabase, type SqliteStatement } from './sqlite-binding.js';

export type SqlValue = string | number | null;

/** Longer than the longest transaction, the rematch of an issue with all mentions; past it a writer hears STORE_UNAVAILABLE. */
const BUSY_TIMEOUT_MS = 120_000;

/** How long one who serves others waits for a writer, and how often it looks. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 25;

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  readonly cacheMiB?: number;
}

/**
 * One connection: prepared statements kept by their text, and transactions. Everything is synchronous, so that nothing
 * else of this process comes between the statements of a transaction.
 */
export class Database {
  readonly file: string;
  readonly #readOnly: boolean;
  readonly #sqlite: SqliteDatabase;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(file: string, options: DatabaseOptions = {}) {
    this.file = file;
    this.#readOnly = options.readOnly ?? false;
    this.#sqlite = reachable(file, () => openSqlite(file, this.#readOnly));
    reachable(file, () => {
      this.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA cache_size = ${-1024 * (options.cacheMiB ?? 64)}`);
      // 64 MiB of log between checkpoints: pages that many batches touch are then copied back once.
      if (!this.#readOnly)
        this.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16384;
          PRAGMA journal_size_limit = 67108864; PRAGMA foreign_keys = ON; PRAGMA temp_store = FILE`);
    });
  }

  exec(sql: string): void {
    this.#sqlite.exec(sql);
  }

  run(sql: string, ...values: readonly SqlValue[]): { changes: number; lastId: number } {
    const { changes, lastInsertRowid } = this.prepare(sql).run(...values);
    return { changes: Number(changes), lastId: Number(lastInsertRowid) };
  }

  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.prepare(sql).all(...values) as Row[];
  }

  /** The statement of this text; for loops that would feel one map lookup a row. */
  prepare(sql: string): SqliteStatement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (!this.#sqlite.isOpen) throw unavailable(this.file, new Error('the store was closed'));
      statement = this.#sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Another number whenever another connection wrote something. */
  versionOfOthers(): number {
    return this.get<{ data_version: number }>('PRAGMA data_version')!.data_version;
  }

  /** Runs `work` in one write transaction: all of it or nothing. */
  transaction<T>(work: () => T): T {
    reachable(this.file, () => this.exec('BEGIN IMMEDIATE'));
    return this.#finished(work);
  }

  /**
   * The same for a process that serves others: while another process writes, theirs goes on. Throws STORE_UNAVAILABLE when that
   * takes longer than some seconds.
   */
  async transactionWhenFree<T>(work: () => T, patienceMs = PATIENCE_MS): Promise<T> {
    for (const until = performance.now() + patienceMs; ; await setTimeout(LOOK_EVERY_MS)) {
      const busy = this.#beginAtOnce();
      if (busy === null) return this.#finished(work);
      if (performance.now() >= until) throw stillWriting(this.file, patienceMs, busy);
    }
  }

  /** What stood in the way. */
  #beginAtOnce(): unknown {
    this.exec('PRAGMA busy_timeout = 0');
    try {
      this.exec('BEGIN IMMEDIATE');
      return null;
    } catch (cause) {
      if (!/locked|busy/i.test((cause as Error).message)) throw unavailable(this.file, cause);
      return cause;
    } finally {
      this.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
  }

  #finished<T>(work: () => T): T {
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#sqlite.isTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (!this.#sqlite.isOpen) return;
    // The clone of node:sqlite ends a connection only when its statements are collected: leave no log behind until then.
    if (!this.#readOnly) this.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    this.#statements.clear();
    this.#sqlite.close();
  }
}

function reachable<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw unavailable(file, cause);
  }
}

function stillWriting(file: string, patienceMs: number, cause: unknown): CodedError {
  return new CodedError('STORE_UNAVAILABLE', `another process was writing to the store for ${patienceMs / 1000} s`, {
    at: file,
    hint: 'ask again in a moment: an import or a matching writes in short steps, and nothing was changed',
    cause,
  });
}

function unavailable(file: string, cause: unknown): CodedError {
  return new CodedError('STORE_UNAVAILABLE', `the store cannot be used: ${(cause as Error).message}`, {
    at: file,
    hint: 'check that the folder can be written and that no other process holds the store; "jejaring doctor" tells more',
    cause,
  });
}
