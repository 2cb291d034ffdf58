import type { PathSide } from './path-side.js';
import type { SpreadEdge } from './spread-edge.js';

/**
 * Of all shortest paths through the accounts where both sides met: the heaviest weakest step, then the lowest ids. Nothing
 * in it depends on the order in which edges were read.
 */
export function choosePath(start: PathSide, end: PathSide, meeting: readonly string[]): SpreadEdge[] {
  const widthOf = (account: string) => Math.min(start.widthOf(account), end.widthOf(account));
  const width = meeting.reduce((widest, account) => Math.max(widest, widthOf(account)), 0);
  const onward = stepsTo(
    meeting.filter((account) => widthOf(account) === width),
    start,
    width,
  );
  const path: SpreadEdge[] = [];
  let at = start.origin;
  for (let step = onward.get(at); step !== undefined; step = onward.get(at)) {
    path.push(step);
    at = step.to;
  }
  while (at !== end.origin) {
    const step = lowest(end.nearer(at).filter((edge) => isWide(edge, end.widthOf(edge.to), width)));
    path.push(step);
    at = step.to;
  }
  return path;
}

/** From each account of the start's side that leads to one of `accounts` by wide steps alone: the step to the lowest id. */
function stepsTo(accounts: readonly string[], start: PathSide, width: number): ReadonlyMap<string, SpreadEdge> {
  const onward = new Map<string, SpreadEdge>();
  for (let level = new Set(accounts); level.size > 0; ) {
    const before = new Set<string>();
    for (const account of level)
      for (const edge of start.nearer(account)) {
        if (!isWide(edge, start.widthOf(edge.from), width)) continue;
        const known = onward.get(edge.from);
        if (known === undefined || edge.to < known.to) onward.set(edge.from, edge);
        before.add(edge.from);
      }
    level = before;
  }
  return onward;
}

function isWide(edge: SpreadEdge, widthBeyond: number, width: number): boolean {
  return edge.weight >= width && widthBeyond >= width;
}

function lowest(edges: readonly SpreadEdge[]): SpreadEdge {
  return edges.reduce((low, edge) => (edge.to < low.to ? edge : low));
}
