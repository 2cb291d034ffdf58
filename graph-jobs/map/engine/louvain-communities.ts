import louvainModule from 'graphology-communities-louvain';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Communities, partsOf } from '#domain/network-measures.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { undirectedEdges } from '../undirected-edges.js';
import { louvainView } from './louvain-view.js';

// The package is CommonJS with the function itself as its export, which its type file calls `default`.
const louvain = louvainModule as unknown as (typeof louvainModule)['default'];

/**
 * Communities by Louvain (Blondel et al. 2008) on the undirected weighted network. Nodes and edges go in sorted and the
 * generator is seeded: the same network gives the same partition, in whatever order its mentions came.
 * `onPass` is called as each pass begins; throw from it to stop.
 */
export function louvainCommunities(
  network: Pick<SpreadNetwork, 'nodes' | 'edges' | 'source' | 'target' | 'weight'>,
  options: { readonly resolution: number; readonly seed: number },
  onPass: () => void = () => undefined,
): Communities {
  if (network.edges === 0) return { count: 0, community: new Uint32Array(0), modularity: 0, stability: null };
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
  const { count, part } = partsOf(labels);
  return { count, community: part, modularity: found.modularity, stability: null };
}
