/** Rows ordered by key, and where each key starts: rows of key k are order[start[k]] .. order[start[k + 1] - 1]. */
export interface KeyedRows {
  readonly order: Uint32Array;
  readonly start: Uint32Array;
}

/** Stable counting sort of rows 0..keys.length-1 by keys in 0..keyCount-1, O(rows + keys). */
export function rowsByKey(keys: Uint32Array, keyCount: number): KeyedRows {
  const start = new Uint32Array(keyCount + 1);
  for (let row = 0; row < keys.length; row += 1) start[keys[row]! + 1]! += 1;
  for (let key = 0; key < keyCount; key += 1) start[key + 1]! += start[key]!;
  const next = start.slice();
  const order = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row]!;
    order[next[key]!] = row;
    next[key]! += 1;
  }
  return { order, start };
}
