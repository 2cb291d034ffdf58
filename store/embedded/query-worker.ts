import { parentPort, workerData } from 'node:worker_threads';
import { Database, type SqlValue } from './database.js';

export interface QueryRequest {
  readonly id: number;
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export interface QueryAnswer {
  readonly id: number;
  readonly rows: readonly unknown[];
  readonly error: string | null;
}

// The thread behind WorkerReads: one read-only connection that answers one query after the other.
const database = new Database(workerData as string, { readOnly: true });

parentPort?.on('message', ({ id, sql, values }: QueryRequest) => {
  parentPort?.postMessage(answer(id, sql, values));
});

function answer(id: number, sql: string, values: readonly SqlValue[]): QueryAnswer {
  try {
    return { id, rows: database.all(sql, ...values).map((row) => ({ ...(row as object) })), error: null };
  } catch (error) {
    return { id, rows: [], error: (error as Error).message };
  }
}
