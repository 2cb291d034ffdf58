import { UndirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { NetworkPicture } from '#domain/run-document.js';

// The package is CommonJS with the function itself as its export, which its type file calls `default`.
const forceAtlas2 = forceAtlas2Module as unknown as (typeof forceAtlas2Module)['default'];

/** Small drawings settle sooner. */
const iterationsFor = (nodes: number) => Math.min(500, 100 + nodes);
/**
 * Linear-logarithmic attraction sets communities apart; strong gravity keeps parts without links to the rest in the
 * frame, where they would fly off and shrink everything else to a dot. Chosen by the mean length of a link over that of
 * any pair of accounts: 0.19 on a simulated issue and 0.44 on CED, where the inferred settings with strong gravity alone
 * leave 0.51 and 0.82.
 */
const SETTINGS = { linLogMode: true, strongGravityMode: true, gravity: 0.005, scalingRatio: 1, slowDown: 1 };
/** Side of the square that nodes start in: the scale on which these forces balance. */
const START = 100;
const DECIMALS = 4;

export type PictureLink = NetworkPicture['links'][number];

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Places nodes 0..count-1 by ForceAtlas2 (Jacomy et al. 2014) from seeded positions, scaled into the unit square with the
 * proportions kept, and rounded: the same links and seed give the same picture.
 */
export function placeNodes(count: number, links: readonly PictureLink[], seed: number): Point[] {
  const generator = xoroshiro128plus(seed);
  const graph = new UndirectedGraph();
  for (let node = 0; node < count; node += 1)
    graph.addNode(node, { x: START * uniformFloat64(generator), y: START * uniformFloat64(generator) });
  for (const { source, target, weight } of links)
    graph.updateUndirectedEdge(source, target, (edge) => ({ weight: (Number(edge.weight) || 0) + weight }));
  const placed = forceAtlas2(graph, { iterations: iterationsFor(count), getEdgeWeight: 'weight', settings: SETTINGS });
  return intoUnitSquare(Array.from({ length: count }, (_, node) => placed[node]!));
}

function intoUnitSquare(points: readonly Point[]): Point[] {
  const range = (pick: (point: Point) => number) => {
    const values = points.map(pick);
    return { low: Math.min(...values), high: Math.max(...values) };
  };
  const [x, y] = [range((point) => point.x), range((point) => point.y)];
  const side = Math.max(x.high - x.low, y.high - y.low) || 1;
  const scaled = (value: number, { low, high }: { low: number; high: number }) =>
    Number((0.5 + (value - (low + high) / 2) / side).toFixed(DECIMALS));
  return points.map((point) => ({ x: scaled(point.x, x), y: scaled(point.y, y) }));
}
