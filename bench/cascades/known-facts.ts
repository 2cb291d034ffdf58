import type { CedPost } from './ced-mentions.js';
import type { Shape } from './shape-table.js';

type Cascade = CedPost & Shape;
type ShapeName = 'depth' | 'structural_virality' | 'direct_share';

/** Figures that were computed of this data before, by another program (DESIGN 4.2, the README of the data). */
const KNOWN: readonly (readonly [string, string, (cascades: readonly Cascade[]) => number])[] = [
  ['mean depth, rumour - non-rumour', '+1.54', (all) => gap(all, 'depth')],
  ['  matched on size and followers', 'about +0.77', (all) => matchedGap(all, 'depth')],
  ['virality, rumour - non-rumour', '+0.75', (all) => gap(all, 'structural_virality')],
  ['  matched on size and followers', 'about +0.23', (all) => matchedGap(all, 'structural_virality')],
  ['direct share, rumour - non-rumour', '-0.128', (all) => gap(all, 'direct_share')],
  ['  matched on size and followers', '-0.007', (all) => matchedGap(all, 'direct_share')],
  ['AUC of few followers', '0.806', (all) => areaUnderCurve(all, ({ followers }) => -followers)],
  ['AUC of virality', '0.728', (all) => areaUnderCurve(all, (one) => one.structural_virality)],
  ['AUC of depth', '0.666', (all) => areaUnderCurve(all, ({ depth }) => depth)],
];

/** A line for each fact: known figure, ours on the rows as they are, ours on the first row of each id. */
export function printFacts(asTheyAre: readonly Cascade[], firstRows: readonly Cascade[]): void {
  console.log(`${'rumours of CED'.padEnd(36)}${'known'.padEnd(13)}${'ours'.padEnd(10)}first row of each id`);
  for (const [name, known, compute] of KNOWN)
    console.log(
      `${name.padEnd(36)}${known.padEnd(13)}${compute(asTheyAre).toFixed(3).padEnd(10)}${compute(firstRows).toFixed(3)}`,
    );
}

export function cascadesOf(
  posts: ReadonlyMap<string, CedPost>,
  shapes: ReadonlyMap<string, Shape>,
): readonly Cascade[] {
  return [...posts].map(([root, post]) => ({ ...post, ...shapes.get(root)! }));
}

function gap(cascades: readonly Cascade[], shape: ShapeName): number {
  const mean = (rumour: boolean) => {
    const values = cascades.filter((one) => one.rumour === rumour).map((one) => one[shape]);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  return mean(true) - mean(false);
}

/**
 * Mean gap within bins of size (a factor of 2) and followers (of the square root of 10), the bins that `--map followers` compares within,
 * each weighted by the smaller of its two sides.
 */
function matchedGap(cascades: readonly Cascade[], shape: ShapeName): number {
  const bins = new Map<string, Cascade[]>();
  for (const cascade of cascades) {
    const bin = `${Math.floor(Math.log2(cascade.size))} ${Math.floor(2 * Math.log10(cascade.followers + 1))}`;
    bins.set(bin, [...(bins.get(bin) ?? []), cascade]);
  }
  let [sum, weights] = [0, 0];
  for (const bin of bins.values()) {
    const rumours = bin.filter(({ rumour }) => rumour).length;
    const weight = Math.min(rumours, bin.length - rumours);
    if (weight > 0) sum += weight * gap(bin, shape);
    weights += weight;
  }
  return sum / weights;
}

/** Chance that a rumour has the higher value of a rumour and a non-rumour, ties counted half (Mann and Whitney 1947). */
function areaUnderCurve(cascades: readonly Cascade[], value: (one: Cascade) => number): number {
  const others = cascades.filter(({ rumour }) => !rumour).map(value);
  const rumours = cascades.filter(({ rumour }) => rumour).map(value);
  let won = 0;
  for (const one of rumours) for (const other of others) won += one > other ? 1 : one === other ? 0.5 : 0;
  return won / (rumours.length * others.length);
}
