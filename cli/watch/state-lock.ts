import { CodedError } from '#domain/errors/coded-error.js';
import { openSqlite, type SqliteDatabase } from '#store/embedded/sqlite-binding.js';

const BUSY = 5;

/**
 * The right to one state: `FILE.lock` beside it, an empty database that one process holds locked. SQLite has the lock of the
 * operating system, which goes when the process does, however it ends: a watch that was killed leaves nothing to tidy up. The
 * file stays, since whoever removed it would let two processes hold one name.
 */
export class StateLock {
  readonly #file: SqliteDatabase;

  /** Throws WATCH_IN_PROGRESS while another process has it, BAD_INPUT_FILE where no file can be made. */
  constructor(state: string) {
    let file: SqliteDatabase | null = null;
    try {
      file = openSqlite(`${state}.lock`, false);
      file.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    } catch (cause) {
      if (file?.isOpen) file.close();
      throw refusal(state, cause);
    }
    this.#file = file;
  }

  release(): void {
    if (this.#file.isOpen) this.#file.close();
  }
}

function refusal(state: string, cause: unknown): CodedError {
  if ((cause as { errcode?: number }).errcode === BUSY)
    return new CodedError('WATCH_IN_PROGRESS', 'Another watch keeps this state', {
      at: `--state ${state}`,
      hint: 'stop the other one, or give this one a state of its own: two watches would overwrite what each other keeps',
      cause,
    });
  return new CodedError('BAD_INPUT_FILE', `The lock of the state cannot be made (${(cause as Error).message})`, {
    at: `--state ${state}`,
    hint: 'check that the folder is there and can be written to',
    cause,
  });
}
