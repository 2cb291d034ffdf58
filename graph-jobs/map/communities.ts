import louvainModule from 'graphology-communities-louvain';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Communities, SpreadNetwork } from '#domain/spread-map.js';
import { louvainView } from './louvain-view.js';
import { undirectedEdges } from './undirected-edges.js';

// The package is CommonJS with the function itself as its export, which its type file calls `default`.
const louvain = louvainModule as unknown as (typeof louvainModule)['default'];

/**
 * Communities by Louvain (Blondel et al. 2008) on the undirected weighted network. Nodes and edges go in sorted and the
 * generator is seeded: the same network gives the same partition, in whatever order its mentions came.
 * `onPass` is called as each pass begins; throw from it to stop.
 */
export function communitiesOf(
  network: Pick<SpreadNetwork, 'nodes' | 'edges' | 'source' | 'target' | 'weight'>,
  options: { readonly resolution: number; readonly seed: number },
  onPass: () => void = () => undefined,
): Communities {
  if (network.edges === 0) return { count: 0, community: new Uint32Array(0), modularity: 0 };
  const generator = xoroshiro128plus(options.seed);
  const found = louvain.detailed(louvainView(undirectedEdges(network)), {
    getEdgeWeight: 'weight',
    resolution: options.resolution,
    rng: () => {
      onPass();
      return uniformFloat64(generator);
    },
  });
  const labels = Uint32Array.from({ length: network.nodes }, (_, node) => found.communities[node]!);
  return { ...numberBySize(labels, found.count), modularity: found.modularity };
}

/** Largest first; of equal size, the one with the first node first. */
function numberBySize(labels: Uint32Array, count: number): Pick<Communities, 'count' | 'community'> {
  const size = new Uint32Array(count);
  const firstNode = new Uint32Array(count).fill(labels.length);
  for (let node = labels.length - 1; node >= 0; node -= 1) {
    size[labels[node]!]! += 1;
    firstNode[labels[node]!] = node;
  }
  const order = Uint32Array.from({ length: count }, (_, label) => label).sort(
    (one, other) => size[other]! - size[one]! || firstNode[one]! - firstNode[other]!,
  );
  const number = new Uint32Array(count);
  order.forEach((label, position) => {
    number[label] = position;
  });
  return { count, community: labels.map((label) => number[label]!) };
}
