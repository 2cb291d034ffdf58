import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';

/** The mentions of an issue as trees, one a cascade. Arrays are by row of the columns. */
export interface CascadeForest {
  /** Row of the parent in the tree; NO_ROW for a root. */
  readonly parent: Uint32Array;
  readonly root: Uint32Array;
  /** Steps from the root. */
  readonly depth: Uint32Array;
  readonly maxDepth: number;
  readonly cyclesBroken: number;
}

/**
 * Trees from the parents in the columns, O(rows). A mention whose parent is not among the rows is a root of its own.
 * Parents may have equal or later times (clocks differ between sources): the tree believes the parent, not the clock.
 * A chain of parents that leads back to its start is cut at its earliest row, which becomes a root.
 */
export function cascadeForest(columns: Pick<MentionColumns, 'length' | 'parent'>): CascadeForest {
  const parent = columns.parent.slice();
  const cyclesBroken = cutCycles(parent);
  const root = new Uint32Array(columns.length);
  const depth = new Uint32Array(columns.length);
  const placed = new Uint8Array(columns.length);
  const path: number[] = [];
  let maxDepth = 0;
  for (let start = 0; start < columns.length; start += 1) {
    let row = start;
    while (placed[row] === 0) {
      path.push(row);
      const above = parent[row]!;
      if (above === NO_ROW || placed[above] === 1) break;
      row = above;
    }
    while (path.length > 0) {
      row = path.pop()!;
      const above = parent[row]!;
      root[row] = above === NO_ROW ? row : root[above]!;
      depth[row] = above === NO_ROW ? 0 : depth[above]! + 1;
      placed[row] = 1;
      if (depth[row]! > maxDepth) maxDepth = depth[row]!;
    }
  }
  return { parent, root, depth, maxDepth, cyclesBroken };
}

/** Cuts every cycle at its smallest row, in place; gives their number. */
function cutCycles(parent: Uint32Array): number {
  const walk = new Uint32Array(parent.length);
  let cycles = 0;
  for (let start = 0; start < parent.length; start += 1) {
    let row = start;
    while (row !== NO_ROW && walk[row] === 0) {
      walk[row] = start + 1;
      row = parent[row]!;
    }
    if (row === NO_ROW || walk[row] !== start + 1) continue;
    let earliest = row;
    for (let next = parent[row]!; next !== row; next = parent[next]!) earliest = Math.min(earliest, next);
    parent[earliest] = NO_ROW;
    cycles += 1;
  }
  return cycles;
}
