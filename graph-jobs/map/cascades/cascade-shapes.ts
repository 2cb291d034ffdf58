import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { CascadeColumns } from '#domain/spread-map.js';
import type { CascadeForest } from './cascade-forest.js';
import { rowsByKey } from './counting-sort.js';

/**
 * The shape of every cascade, O(rows) for all of them together (Vosoughi et al. 2018: size, depth, breadth; Goel et al.
 * 2016: structural virality). Rows must be in order of time, as MentionColumns are.
 */
export function cascadeShapes(
  columns: Pick<MentionColumns, 'length' | 'publishedAt' | 'account' | 'accounts'>,
  forest: CascadeForest,
): CascadeColumns {
  const { cascade, root } = numberCascades(forest);
  const members = rowsByKey(cascade, root.length);
  const size = new Uint32Array(root.length);
  for (let c = 0; c < root.length; c += 1) size[c] = members.start[c + 1]! - members.start[c]!;
  const depth = new Uint32Array(root.length);
  for (let row = 0; row < cascade.length; row += 1)
    depth[cascade[row]!] = Math.max(depth[cascade[row]!]!, forest.depth[row]!);
  return {
    length: root.length,
    root,
    size,
    depth,
    uniqueAccounts: uniqueAccounts(columns, members.order, members.start),
    maxBreadth: maxBreadth(forest, cascade, depth),
    structuralVirality: structuralVirality(forest, cascade, size),
    directShare: directShare(forest, cascade, size),
    secondsToHalf: secondsToHalf(columns, root, members.order, members.start),
    lone: size.reduce((count, one) => count + (one === 1 ? 1 : 0), 0),
    cyclesBroken: forest.cyclesBroken,
  };
}

function numberCascades(forest: CascadeForest): { cascade: Uint32Array; root: Uint32Array } {
  const roots: number[] = [];
  const cascade = new Uint32Array(forest.root.length);
  for (let row = 0; row < forest.root.length; row += 1) {
    if (forest.root[row] !== row) continue;
    cascade[row] = roots.length;
    roots.push(row);
  }
  for (let row = 0; row < cascade.length; row += 1) cascade[row] = cascade[forest.root[row]!]!;
  return { cascade, root: Uint32Array.from(roots) };
}

function uniqueAccounts(
  { account, accounts }: Pick<MentionColumns, 'account' | 'accounts'>,
  order: Uint32Array,
  start: Uint32Array,
): Uint32Array {
  const seenIn = new Uint32Array(accounts.length);
  const unique = new Uint32Array(start.length - 1);
  for (let c = 0; c < unique.length; c += 1) {
    for (let i = start[c]!; i < start[c + 1]!; i += 1) {
      const code = account[order[i]!]!;
      if (seenIn[code] === c + 1) continue;
      seenIn[code] = c + 1;
      unique[c]! += 1;
    }
  }
  return unique;
}

/** Counts by (cascade, depth) lie one cascade after the other: together they are no more than the rows. */
function maxBreadth(forest: CascadeForest, cascade: Uint32Array, depth: Uint32Array): Uint32Array {
  const first = new Uint32Array(depth.length + 1);
  for (let c = 0; c < depth.length; c += 1) first[c + 1] = first[c]! + depth[c]! + 1;
  const atDepth = new Uint32Array(first[depth.length]!);
  const widest = new Uint32Array(depth.length);
  for (let row = 0; row < cascade.length; row += 1) {
    const c = cascade[row]!;
    const slot = first[c]! + forest.depth[row]!;
    atDepth[slot]! += 1;
    if (atDepth[slot]! > widest[c]!) widest[c] = atDepth[slot]!;
  }
  return widest;
}

/**
 * Mean distance over all pairs: an edge lies on the path of every pair that it parts, so a tree's distances sum to
 * s * (n - s) over its edges, s being the size of the subtree below.
 */
function structuralVirality(forest: CascadeForest, cascade: Uint32Array, size: Uint32Array): Float64Array {
  const deepestFirst = rowsByKey(forest.depth, forest.maxDepth + 1).order.reverse();
  const subtree = new Uint32Array(cascade.length).fill(1);
  const virality = new Float64Array(size.length);
  for (const row of deepestFirst) {
    const above = forest.parent[row]!;
    if (above === NO_ROW) continue;
    subtree[above]! += subtree[row]!;
    virality[cascade[row]!]! += subtree[row]! * (size[cascade[row]!]! - subtree[row]!);
  }
  for (let c = 0; c < size.length; c += 1) if (size[c]! > 1) virality[c]! /= (size[c]! * (size[c]! - 1)) / 2;
  return virality;
}

function directShare(forest: CascadeForest, cascade: Uint32Array, size: Uint32Array): Float64Array {
  const share = new Float64Array(size.length);
  for (let row = 0; row < cascade.length; row += 1) if (forest.depth[row] === 1) share[cascade[row]!]! += 1;
  for (let c = 0; c < size.length; c += 1) if (size[c]! > 1) share[c]! /= size[c]! - 1;
  return share;
}

function secondsToHalf(
  { publishedAt }: Pick<MentionColumns, 'publishedAt'>,
  root: Uint32Array,
  order: Uint32Array,
  start: Uint32Array,
): Float64Array {
  return Float64Array.from(root, (rootRow, c) => {
    const half = Math.ceil((start[c + 1]! - start[c]!) / 2);
    const reached = publishedAt[order[start[c]! + half - 1]!]!;
    return Math.max(0, reached - publishedAt[rootRow]!) / 1000;
  });
}
