import type { CoTimedEdge, EdgeTest } from './finding.js';

/**
 * The edges that chance explains least: by the rate at which both tests are passed, then by occasions. Without tests
 * (compatible mode) the heaviest. Of equal ones the first comes first.
 */
export function strongestEdges(edges: readonly CoTimedEdge[], most: number): readonly CoTimedEdge[] {
  const known = edges.map((edge) => ({ edge, test: strongestTest(edge) }));
  known.sort((a, b) => (a.test && b.test ? stronger(a.test, b.test) : b.edge.weight - a.edge.weight));
  return known.slice(0, most).map(({ edge }) => edge);
}

/** Of the windows that kept an edge, the one at which chance explains it least; null without tests. */
export function strongestTest({ tests }: CoTimedEdge): EdgeTest | null {
  return tests?.toSorted(stronger)[0] ?? null;
}

function stronger(a: EdgeTest, b: EdgeTest): number {
  return Math.max(a.qWho, a.qWhen) - Math.max(b.qWho, b.qWhen) || b.occasions - a.occasions;
}
