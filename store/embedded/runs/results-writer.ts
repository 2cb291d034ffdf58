import { randomUUID } from 'node:crypto';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Database } from '../database.js';

const TAKE = 'UPDATE run SET writer = ?, spread_kept = 0 WHERE id = ?';
const TAKE_IDLE = `${TAKE} AND state <> 'RUNNING'`;
const TAKE_ABANDONED = `${TAKE} AND state = 'RUNNING' AND started_at < ?`;
const IS_HELD = 'SELECT 1 FROM run WHERE id = ? AND writer = ?';
const FINISH = 'UPDATE run SET writer = NULL, spread_kept = 1 WHERE id = ?';

/**
 * The right to change the results of a run. Who comes later takes it over, and every transaction of the one before is
 * refused from then on: rows of two executions never mix, and a process that was killed leaves no lock behind.
 */
export class ResultsWriter {
  readonly #database: Database;
  readonly runKey: number;
  readonly #token: string;

  private constructor(database: Database, runKey: number, token: string) {
    this.#database = database;
    this.runKey = runKey;
    this.#token = token;
  }

  /** From here to `finish` the run is the latest of its issue for nobody: its network is not whole. */
  static takeOver(database: Database, runKey: number): ResultsWriter {
    return ResultsWriter.#take(database, runKey, TAKE)!;
  }

  /** The same, unless the run is being executed: then null. */
  static takeIdle(database: Database, runKey: number): ResultsWriter | null {
    return ResultsWriter.#take(database, runKey, TAKE_IDLE);
  }

  /** Of a run that was killed while it was executed, as far as can be told; null where it has ended or was started again. */
  static takeAbandoned(database: Database, runKey: number, startedBefore: number): ResultsWriter | null {
    return ResultsWriter.#take(database, runKey, TAKE_ABANDONED, startedBefore);
  }

  static #take(database: Database, runKey: number, sql: string, ...more: number[]): ResultsWriter | null {
    const token = randomUUID();
    const { changes } = database.transaction(() => database.run(sql, token, runKey, ...more));
    return changes === 0 ? null : new ResultsWriter(database, runKey, token);
  }

  /** Throws RUN_IN_PROGRESS once somebody else has taken over. */
  transaction<T>(work: (database: Database) => T): T {
    return this.#database.transaction(() => {
      if (this.#database.get(IS_HELD, this.runKey, this.#token) === undefined) throw overtaken();
      return work(this.#database);
    });
  }

  finish(): void {
    this.transaction((database) => database.run(FINISH, this.runKey));
  }
}

function overtaken(): CodedError {
  return new CodedError('RUN_IN_PROGRESS', 'another process has begun to write the results of the same run', {
    at: 'run',
    hint: 'nothing is lost: the same work has the same results, and the other process writes them',
  });
}
