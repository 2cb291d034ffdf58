import type { Worker } from 'node:worker_threads';
import { CodedError } from '#domain/errors/coded-error.js';
import { workerThread } from '#platform/worker-thread.js';
import type { Database, SqlValue } from './database.js';
import type { QueryAnswer, QueryRequest } from './query-worker.js';

/** Queries that may look at very many rows: SQLite answers in the calling thread, and a server has others to serve. */
export interface HeavyReads {
  all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** In this thread: for commands, which wait for the answer anyhow. */
export function inThread(database: Database): HeavyReads {
  return {
    all: async <Row>(sql: string, ...values: readonly SqlValue[]) => database.all<Row>(sql, ...values),
    close: async () => undefined,
  };
}

interface Waiting {
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: Error) => void;
}

/** In a worker thread with a read-only connection of its own, started by the first query. */
export class WorkerReads implements HeavyReads {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;

  constructor(file: string) {
    this.#file = file;
  }

  all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]> {
    this.#worker ??= this.#start();
    const request: QueryRequest = { id: this.#nextId++, sql, values };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      this.#worker!.ref();
      this.#worker!.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#fail(new Error('the store was closed'));
  }

  #start(): Worker {
    const worker = workerThread('store/embedded/query-worker.js', { workerData: this.#file });
    worker.on('message', (answer: QueryAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#fail(error as Error));
    worker.on('exit', () => {
      this.#fail(new Error('the query worker ended'));
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }

  #settle({ id, rows, error }: QueryAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (error === null) waiting?.resolve(rows as never[]);
    else waiting?.reject(new Error(error));
  }

  #fail(cause: Error): void {
    for (const { reject } of this.#waiting.values())
      reject(new CodedError('STORE_UNAVAILABLE', `a query was cut off: ${cause.message}`, { at: this.#file, cause }));
    this.#waiting.clear();
  }
}
