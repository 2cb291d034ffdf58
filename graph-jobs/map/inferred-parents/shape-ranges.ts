import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { NO_ROW } from '#domain/mention-columns.js';
import { cascadeForest } from '../cascades/cascade-forest.js';
import { type CascadeMembers, cascadeMembers } from '../cascades/cascade-members.js';
import { type TreeShapes, treeShapes } from '../cascades/tree-shapes.js';
import { drawParent, type FollowedMentions, type ParentOdds, parentOdds } from './parent-odds.js';
import { rowsRootFirst } from './star-cascades.js';

/** Measures that hang on who descends from whom; size, accounts and times do not. */
export const RANGED = [
  'depth',
  'maxBreadth',
  'structuralVirality',
  'directShare',
  'meanDepth',
  'spreaders',
  'mostOffspring',
] as const satisfies readonly (keyof TreeShapes)[];
export type RangedMeasure = (typeof RANGED)[number];

/** Of the drawn trees: the 5th, 50th and 95th in a hundred, by nearest rank. By cascade. */
export interface Range {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}
export type ShapeRanges = Readonly<Record<RangedMeasure, Range>>;

export interface InferenceOptions {
  readonly trees: number;
  readonly halfLifeSeconds: number;
  readonly seed: number;
}

/** Together as many mentions as fit into the caches well, and as few cascades as keep the drawn values small. */
const BATCH_ROWS = 1 << 18;
const BATCH_CASCADES = 1 << 11;

/**
 * Draws trees of the cascades `inferred` and gives the range of each measure, for all others the value itself.
 * Yields after each batch with how many cascades are done.
 */
export function* shapeRanges(
  mentions: FollowedMentions,
  members: CascadeMembers,
  shapes: TreeShapes,
  inferred: Uint32Array,
  { trees, halfLifeSeconds, seed }: InferenceOptions,
): Generator<number, ShapeRanges> {
  const random = xoroshiro128plus(seed);
  const ranges = Object.fromEntries(RANGED.map((measure) => [measure, rangeOf(shapes[measure])])) as ShapeRanges;
  for (let first = 0; first < inferred.length; ) {
    const odds: ParentOdds[] = [];
    for (let rows = 0; first + odds.length < inferred.length && rows < BATCH_ROWS && odds.length < BATCH_CASCADES; ) {
      odds.push(parentOdds(mentions, rowsRootFirst(members, inferred[first + odds.length]!), halfLifeSeconds));
      rows += odds.at(-1)!.length;
    }
    const drawn = Array.from({ length: trees }, () => drawShapes(odds, () => uniformFloat64(random)));
    for (let i = 0; i < odds.length; i++) keepRanges(ranges, inferred[first + i]!, drawn, i);
    first += odds.length;
    yield first;
  }
  return ranges;
}

function rangeOf(values: Uint32Array | Float64Array): Range {
  return { low: Float64Array.from(values), median: Float64Array.from(values), high: Float64Array.from(values) };
}

/** One tree of each star, measured by the code that measures known ones. */
function drawShapes(stars: readonly ParentOdds[], next: () => number): TreeShapes {
  const length = stars.reduce((sum, star) => sum + star.length, 0);
  const parent = new Uint32Array(length).fill(NO_ROW);
  let root = 0;
  for (const star of stars) {
    for (let child = 1; child < star.length; child++) parent[root + child] = root + drawParent(star, child, next());
    root += star.length;
  }
  const forest = cascadeForest({ length, parent });
  return treeShapes(forest, cascadeMembers(forest));
}

function keepRanges(ranges: ShapeRanges, cascade: number, drawn: readonly TreeShapes[], i: number): void {
  for (const measure of RANGED) {
    const values = Float64Array.from(drawn, (shapes) => shapes[measure][i]!).sort();
    const rank = (percent: number) => values[Math.max(0, Math.ceil((percent * values.length) / 100) - 1)]!;
    ranges[measure].low[cascade] = rank(5);
    ranges[measure].median[cascade] = rank(50);
    ranges[measure].high[cascade] = rank(95);
  }
}
