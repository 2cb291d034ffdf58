import { setImmediate as breathe } from 'node:timers/promises';
import type { ResultsWriter } from './results-writer.js';

const SLICE = 20_000;

/** `items` in arrays of a few thousand. */
export function* slicesOf<T>(items: Iterable<T>): Iterable<T[]> {
  let slice: T[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length === SLICE) {
      yield slice;
      slice = [];
    }
  }
  if (slice.length > 0) yield slice;
}

/** Writes slice by slice, each in a transaction of its own, and lets other work of the process in between. */
export async function writeSlices<T>(
  writer: ResultsWriter,
  items: Iterable<T>,
  write: (item: T) => void,
  onRows?: (rows: number) => void,
): Promise<void> {
  for (const slice of slicesOf(items)) {
    writer.transaction(() => {
      for (const item of slice) write(item);
    });
    onRows?.(slice.length);
    await breathe();
  }
}

/** Deletes the rows of the run from a table whose primary key starts with `run_id`, a slice at a time. */
export async function dropRows(writer: ResultsWriter, table: string, key: readonly string[]): Promise<void> {
  const columns = key.join(', ');
  const sql = `DELETE FROM ${table} WHERE run_id = ?1 AND (${columns}) IN
    (SELECT ${columns} FROM ${table} WHERE run_id = ?1 LIMIT ${SLICE})`;
  for (;;) {
    const { changes } = writer.transaction((database) => database.run(sql, writer.runKey));
    if (changes === 0) return;
    await breathe();
  }
}
