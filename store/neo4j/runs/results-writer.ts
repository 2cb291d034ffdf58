import { randomUUID } from 'node:crypto';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import type { Parameters } from '../parameters.js';
import {
  BEGIN_SLICE,
  FINISH_RESULTS,
  HOLD_LANE,
  TAKE_ABANDONED,
  TAKE_IDLE,
  TAKE_OVER,
} from './results-writer.cypher.js';

/** Slices that are under way at once. Each lane has a lock and a counter of its own in the store. */
const LANES = [0, 1];

/** Rows of one transaction. `check` looks at what the statement gave back; what it throws undoes the slice. */
export interface Slice {
  readonly statement: string;
  readonly parameters: Parameters;
  readonly rows: number;
  readonly check?: (cypher: Cypher, given: readonly unknown[]) => Promise<void>;
}

/**
 * The right to change the results of a run. Who comes later takes it over, and every transaction of the one before is
 * refused from then on. A transaction that is tried again after a lost connection may have been committed: the counter of
 * its lane tells, so that every slice is written exactly once.
 */
export class ResultsWriter {
  readonly #connection: Neo4jConnection;
  readonly #runId: string;
  readonly #token: string;
  readonly run: number;
  readonly #slices: number[] = LANES.map(() => 0);

  private constructor(connection: Neo4jConnection, runId: string, run: number, token: string) {
    this.#connection = connection;
    this.#runId = runId;
    this.run = run;
    this.#token = token;
  }

  /** Null where there is no such run. */
  static takeOver(connection: Neo4jConnection, runId: string): Promise<ResultsWriter | null> {
    return ResultsWriter.#take(connection, runId, TAKE_OVER);
  }

  /** Null also where the run is being executed. */
  static takeIdle(connection: Neo4jConnection, runId: string): Promise<ResultsWriter | null> {
    return ResultsWriter.#take(connection, runId, TAKE_IDLE);
  }

  /** Null where the run has ended, or was started again. */
  static takeAbandoned(
    connection: Neo4jConnection,
    runId: string,
    startedBefore: number,
  ): Promise<ResultsWriter | null> {
    return ResultsWriter.#take(connection, runId, TAKE_ABANDONED, { startedBefore });
  }

  static async #take(
    connection: Neo4jConnection,
    runId: string,
    statement: string,
    more: Parameters = {},
  ): Promise<ResultsWriter | null> {
    const token = randomUUID();
    const parameters = { runId, token, lanes: LANES, now: Date.now(), ...more };
    const [row] = await connection.write((cypher) => cypher.run<{ run: number }>(statement, parameters));
    return row === undefined ? null : new ResultsWriter(connection, runId, row.run, token);
  }

  /** For work that may be done twice. Throws RUN_IN_PROGRESS once somebody else has taken over. */
  transaction<T>(work: (cypher: Cypher) => Promise<T>): Promise<T> {
    return this.#connection.write(async (cypher) => {
      await this.#hold(cypher, LANES[0]!);
      return work(cypher);
    });
  }

  /** Writes the slices, each exactly once, in about their order. The first failure ends it after the slices under way. */
  async write(slices: Iterable<Slice>, onRows: (rows: number) => void): Promise<void> {
    const queue = slices[Symbol.iterator]();
    let failed = false;
    const work = async (lane: number) => {
      try {
        for (let next = queue.next(); !next.done && !failed; next = queue.next()) {
          await this.#writeSlice(lane, next.value);
          onRows(next.value.rows);
        }
      } catch (error) {
        failed = true;
        throw error;
      }
    };
    const ends = await Promise.allSettled(LANES.map(work));
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }

  /** The network is whole from here on. */
  async finish(): Promise<void> {
    await this.#connection.write(async (cypher) => {
      for (const lane of LANES) await this.#hold(cypher, lane);
      await cypher.run(FINISH_RESULTS, { runId: this.#runId });
    });
  }

  async #writeSlice(lane: number, { statement, parameters, check }: Slice): Promise<void> {
    this.#slices[lane]! += 1;
    const slice = this.#slices[lane]!;
    const begin = { run: this.run, token: this.#token, lane, slice };
    await this.#connection.write(async (cypher) => {
      const [begun] = await cypher.run<{ before: number }>(BEGIN_SLICE, begin);
      if (begun === undefined) throw overtaken();
      if (begun.before === slice) return;
      const given = await cypher.run(statement, parameters);
      await check?.(cypher, given);
    });
  }

  async #hold(cypher: Cypher, lane: number): Promise<void> {
    const held = await cypher.run(HOLD_LANE, { run: this.run, token: this.#token, lane });
    if (held.length === 0) throw overtaken();
  }
}

function overtaken(): CodedError {
  return new CodedError('RUN_IN_PROGRESS', 'another process has begun to write the results of the same run', {
    at: 'run',
    hint: 'nothing is lost: the same work has the same results, and the other process writes them',
  });
}
