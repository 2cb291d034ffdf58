import type { CascadeMembers } from '../cascades/cascade-members.js';
import type { TreeShapes } from '../cascades/tree-shapes.js';

/** Two mentions can stand in one order only. */
const LEAST_SIZE = 3;

/**
 * Cascades in which every mention descends from the root directly: what a platform makes of any cascade when it credits
 * the original alone. Some are stars in truth; those that have a deeper parent are believed.
 */
export function starCascades({ size, depth }: TreeShapes): Uint32Array {
  return Uint32Array.from(size.keys()).filter((c) => size[c]! >= LEAST_SIZE && depth[c] === 1);
}

/** Rows of a cascade, the root first, whatever its clock says, and the others in order of time. */
export function rowsRootFirst({ root, order, start }: CascadeMembers, c: number): Uint32Array {
  const rows = new Uint32Array(start[c + 1]! - start[c]!);
  rows[0] = root[c]!;
  for (let i = start[c]!, to = 1; i < start[c + 1]!; i++) if (order[i] !== root[c]) rows[to++] = order[i]!;
  return rows;
}
