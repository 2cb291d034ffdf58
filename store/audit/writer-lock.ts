import { setTimeout } from 'node:timers/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import { openSqlite, type SqliteDatabase } from '../embedded/sqlite-binding.js';

const BUSY = 5;
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 3;

/**
 * Lets one process at a time write the log: an empty database that is locked meanwhile. SQLite has the lock of the operating
 * system, which goes when the process does, however it ends.
 */
export class WriterLock {
  readonly #file: SqliteDatabase;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSqlite(path, false);
    this.#file.exec('PRAGMA busy_timeout = 0');
  }

  async hold<T>(work: () => Promise<T>): Promise<T> {
    await this.#take();
    try {
      return await work();
    } finally {
      this.#file.exec('ROLLBACK');
    }
  }

  close(): void {
    if (this.#file.isOpen) this.#file.close();
  }

  async #take(): Promise<void> {
    for (const started = performance.now(); ; await setTimeout(LOOK_AGAIN_MS)) {
      try {
        this.#file.exec('BEGIN EXCLUSIVE');
        return;
      } catch (cause) {
        const isBusy = (cause as { errcode?: number }).errcode === BUSY;
        if (isBusy && performance.now() - started < PATIENCE_MS) continue;
        throw isBusy ? this.#taken(cause) : cause;
      }
    }
  }

  #taken(cause: unknown): CodedError {
    return new CodedError('AUDIT_UNAVAILABLE', 'another process holds the audit log and does not let go', {
      at: this.#path,
      hint: 'look which process has this file open, and end the one that hangs',
      cause,
    });
  }
}
