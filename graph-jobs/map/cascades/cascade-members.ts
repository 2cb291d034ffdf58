import type { CascadeForest } from './cascade-forest.js';
import { rowsByKey } from './counting-sort.js';

/** Which mentions are in which cascade. Cascades are numbered in the order of their roots' rows. */
export interface CascadeMembers {
  readonly length: number;
  /** Row of each cascade's root. */
  readonly root: Uint32Array;
  /** Cascade of each row. */
  readonly cascade: Uint32Array;
  /** Rows of cascade c, in order of time: order[start[c]] .. order[start[c + 1] - 1]. */
  readonly order: Uint32Array;
  readonly start: Uint32Array;
}

export function cascadeMembers(forest: Pick<CascadeForest, 'root'>): CascadeMembers {
  const rows = forest.root.length;
  let length = 0;
  for (let row = 0; row < rows; row += 1) if (forest.root[row] === row) length += 1;
  const root = new Uint32Array(length);
  const cascade = new Uint32Array(rows);
  for (let row = 0, c = 0; row < rows; row += 1) {
    if (forest.root[row] !== row) continue;
    cascade[row] = c;
    root[c++] = row;
  }
  for (let row = 0; row < rows; row += 1) cascade[row] = cascade[forest.root[row]!]!;
  return { length, root, cascade, ...rowsByKey(cascade, length) };
}
