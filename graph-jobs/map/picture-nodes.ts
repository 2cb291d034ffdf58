import { rankTop } from '#domain/rank-accounts.js';
import type { UndirectedEdges } from './undirected-edges.js';

/**
 * The nodes of the picture, ascending. Where not all fit: half of the places go to the most connected accounts (largest
 * weight of edges), the other half to those with edges to most of these, because the most connected alone are often hubs
 * that nobody seems to join. Places that stay free go to the most connected again.
 */
export function pictureNodes(edges: UndirectedEdges, accountId: (node: number) => string, places: number): Uint32Array {
  if (edges.nodes <= places) return Uint32Array.from({ length: edges.nodes }, (_, node) => node);
  const strength = strengths(edges);
  const chosen = new Set(rankTop(strength, accountId, Math.ceil(places / 2)));
  for (const node of rankTop(linksTo(edges, chosen), accountId, places - chosen.size)) chosen.add(node);
  for (const node of rankTop(strength, accountId, places)) if (chosen.size < places) chosen.add(node);
  return Uint32Array.from(chosen).sort();
}

function strengths({ nodes, edges, a, b, weight }: UndirectedEdges): Float64Array {
  const strength = new Float64Array(nodes);
  for (let edge = 0; edge < edges; edge += 1) {
    strength[a[edge]!]! += weight[edge]!;
    strength[b[edge]!]! += weight[edge]!;
  }
  return strength;
}

/** How many of the hubs each other node has an edge with. */
function linksTo({ nodes, edges, a, b }: UndirectedEdges, hubs: ReadonlySet<number>): Uint32Array {
  const links = new Uint32Array(nodes);
  for (let edge = 0; edge < edges; edge += 1) {
    const aIsHub = hubs.has(a[edge]!);
    const bIsHub = hubs.has(b[edge]!);
    if (aIsHub && !bIsHub) links[b[edge]!]! += 1;
    if (bIsHub && !aIsHub) links[a[edge]!]! += 1;
  }
  return links;
}
