import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { CoActionEdges } from '#domain/detection.js';

// The package is CommonJS and its types are not: at run time the import itself is the function.
const louvain = louvainModule as unknown as (typeof louvainModule)['default'];

/**
 * Communities of two or more accounts in the kept network, by Louvain (Blondel et al. 2008). Louvain can leave a
 * community in pieces; every piece is then a group of its own, so that the members of a group are always connected by
 * edges inside it. Members are account codes.
 *
 * The partition depends on the order of insertion and on the random numbers: edges come sorted by (from, to), nodes in
 * ascending order, and the generator is seeded, so that the same network gives the same groups.
 */
export function communities(edges: CoActionEdges, resolution: number, seed: number): readonly number[][] {
  if (edges.length === 0) return [];
  const graph = new UndirectedGraph();
  const nodes = new Set([...edges.from, ...edges.to]);
  for (const node of Array.from(nodes).sort((a, b) => a - b)) graph.addNode(node);
  for (let i = 0; i < edges.length; i++) graph.addEdge(edges.from[i], edges.to[i], { weight: edges.weight[i] });
  const random = xoroshiro128plus(seed);
  const community = louvain(graph, { resolution, rng: () => uniformFloat64(random) });
  return connectedInside(edges, community);
}

function connectedInside(edges: CoActionEdges, community: Readonly<Record<string, number>>): readonly number[][] {
  const parent = new Map<number, number>();
  const root = (node: number): number => {
    let at = node;
    while (parent.get(at)! !== at) {
      parent.set(at, parent.get(parent.get(at)!)!);
      at = parent.get(at)!;
    }
    return at;
  };
  for (let i = 0; i < edges.length; i++) {
    const [from, to] = [edges.from[i]!, edges.to[i]!];
    if (community[from] !== community[to]) continue;
    for (const node of [from, to]) if (!parent.has(node)) parent.set(node, node);
    const [a, b] = [root(from), root(to)];
    if (a !== b) parent.set(Math.max(a, b), Math.min(a, b));
  }
  const groups = new Map<number, number[]>();
  for (const node of parent.keys()) {
    const members = groups.get(root(node));
    if (members === undefined) groups.set(root(node), [node]);
    else members.push(node);
  }
  return Array.from(groups.values(), (members) => members.sort((a, b) => a - b));
}
