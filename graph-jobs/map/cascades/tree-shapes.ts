import { NO_ROW } from '#domain/mention-columns.js';
import type { CascadeForest } from './cascade-forest.js';
import type { CascadeMembers } from './cascade-members.js';
import { rowsByKey } from './counting-sort.js';

/** What the tree alone says of each cascade, whoever its mentions are by and whenever they came. */
export interface TreeShapes {
  readonly length: number;
  /** Mentions, the root included. */
  readonly size: Uint32Array;
  /** Longest path from the root, in steps. */
  readonly depth: Uint32Array;
  /** Most mentions at one depth. */
  readonly maxBreadth: Uint32Array;
  /** Mean distance over all pairs of mentions; 0 for a lone root. */
  readonly structuralVirality: Float64Array;
  /** Share of the descendants whose parent is the root; 0 for a lone root. */
  readonly directShare: Float64Array;
  /** Mean depth of the descendants; 0 for a lone root. */
  readonly meanDepth: Float64Array;
  /** Mentions that have a child. */
  readonly spreaders: Uint32Array;
  /** Most children of one mention. */
  readonly mostOffspring: Uint32Array;
  /** Mentions by depth: those of cascade c at depth d are breadth[firstBreadth[c] + d]. Together no more than the rows. */
  readonly breadth: Uint32Array;
  readonly firstBreadth: Uint32Array;
}

/**
 * The shape of every tree, O(rows) for all of them together and without recursion: a chain may be as long as the data
 * (Vosoughi et al. 2018: size, depth, breadth; Goel et al. 2016: structural virality).
 */
export function treeShapes(forest: CascadeForest, { length, cascade, start }: CascadeMembers): TreeShapes {
  const size = new Uint32Array(length);
  const depth = new Uint32Array(length);
  const depthSum = new Float64Array(length);
  for (let c = 0; c < length; c += 1) size[c] = start[c + 1]! - start[c]!;
  for (let row = 0; row < cascade.length; row += 1) {
    const c = cascade[row]!;
    depthSum[c]! += forest.depth[row]!;
    if (forest.depth[row]! > depth[c]!) depth[c] = forest.depth[row]!;
  }
  const breadths = breadthByDepth(forest, cascade, depth);
  const { breadth, firstBreadth } = breadths;
  const directShare = new Float64Array(length);
  for (let c = 0; c < length; c += 1)
    if (size[c]! > 1) directShare[c] = breadth[firstBreadth[c]! + 1]! / (size[c]! - 1);
  return {
    ...{ length, size, depth, ...breadths, directShare },
    meanDepth: depthSum.map((sum, c) => (size[c]! > 1 ? sum / (size[c]! - 1) : 0)),
    structuralVirality: structuralVirality(forest, cascade, size),
    ...offspring(forest, cascade, length),
  };
}

function breadthByDepth(
  forest: CascadeForest,
  cascade: Uint32Array,
  depth: Uint32Array,
): Pick<TreeShapes, 'breadth' | 'firstBreadth' | 'maxBreadth'> {
  const firstBreadth = new Uint32Array(depth.length + 1);
  for (let c = 0; c < depth.length; c += 1) firstBreadth[c + 1] = firstBreadth[c]! + depth[c]! + 1;
  const breadth = new Uint32Array(firstBreadth[depth.length]!);
  const maxBreadth = new Uint32Array(depth.length);
  for (let row = 0; row < cascade.length; row += 1) {
    const c = cascade[row]!;
    const slot = firstBreadth[c]! + forest.depth[row]!;
    breadth[slot]! += 1;
    if (breadth[slot]! > maxBreadth[c]!) maxBreadth[c] = breadth[slot]!;
  }
  return { breadth, firstBreadth, maxBreadth };
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

function offspring(
  { parent }: CascadeForest,
  cascade: Uint32Array,
  length: number,
): Pick<TreeShapes, 'spreaders' | 'mostOffspring'> {
  const children = new Uint32Array(parent.length);
  const spreaders = new Uint32Array(length);
  const mostOffspring = new Uint32Array(length);
  for (let row = 0; row < parent.length; row += 1) {
    const above = parent[row]!;
    if (above === NO_ROW) continue;
    const [c, count] = [cascade[row]!, children[above]! + 1];
    children[above] = count;
    if (count === 1) spreaders[c]! += 1;
    if (count > mostOffspring[c]!) mostOffspring[c] = count;
  }
  return { spreaders, mostOffspring };
}
