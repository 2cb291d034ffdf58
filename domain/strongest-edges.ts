import type { CoTimedEdge, EdgeTest } from './finding.js';
import { firstPlaces } from './first-places.js';

type Weighed = Pick<CoTimedEdge, 'weight' | 'tests'>;

/** Above every rate of false discoveries: edges without tests come behind those with. */
const UNTESTED = 2;

/**
 * The edges that chance explains least: by the rate at which both tests are passed, then by occasions. Without tests
 * (compatible mode) the heaviest. Of equal ones the first comes first.
 */
export function strongestEdges<Edge extends Weighed>(edges: readonly Edge[], most: number): readonly Edge[] {
  return strongestPlaces(edges, most).map((place) => edges[place]!);
}

/** The same by their places in `edges`. A group may have hundreds of thousands: they are not sorted, but chosen from. */
export function strongestPlaces(edges: readonly Weighed[], most: number): number[] {
  const rate = new Float64Array(edges.length);
  const much = new Float64Array(edges.length);
  for (const [place, edge] of edges.entries()) {
    const test = strongestTest(edge);
    rate[place] = test === null ? UNTESTED : worseRate(test);
    much[place] = test === null ? edge.weight : test.occasions;
  }
  return firstPlaces(edges.length, most, (a, b) => rate[a]! - rate[b]! || much[b]! - much[a]! || a - b);
}

/** Of the windows that kept an edge, the one at which chance explains it least; null without tests. */
export function strongestTest({ tests }: Pick<CoTimedEdge, 'tests'>): EdgeTest | null {
  let strongest: EdgeTest | null = null;
  for (const test of tests ?? []) if (strongest === null || stronger(test, strongest) < 0) strongest = test;
  return strongest;
}

function stronger(a: EdgeTest, b: EdgeTest): number {
  return worseRate(a) - worseRate(b) || b.occasions - a.occasions;
}

function worseRate({ qWho, qWhen }: EdgeTest): number {
  return Math.max(qWho, qWhen);
}
