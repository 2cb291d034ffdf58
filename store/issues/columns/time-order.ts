import type { ColumnRow } from './columns-builder.js';

/**
 * Rows by (time, id) out of slices by time, in which a store orders one time as it likes: the last time of a slice waits
 * for the next slice. Ids are compared as JavaScript compares strings, so that all stores give the same order.
 */
export class TimeOrder<Key> {
  #waiting: ColumnRow<Key>[] = [];

  /** Those of which all of their time are known. */
  take(slice: readonly ColumnRow<Key>[]): ColumnRow<Key>[] {
    const last = slice.at(-1)?.publishedAt;
    const known = this.#waiting.concat(slice);
    const open = last === undefined ? known.length : known.findIndex(({ publishedAt }) => publishedAt === last);
    this.#waiting = known.slice(open);
    return sorted(known.slice(0, open));
  }

  rest(): ColumnRow<Key>[] {
    return sorted(this.#waiting);
  }
}

function sorted<Key>(rows: ColumnRow<Key>[]): ColumnRow<Key>[] {
  return rows.sort((a, b) => a.publishedAt - b.publishedAt || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
