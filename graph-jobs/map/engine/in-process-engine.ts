import type { NetworkMeasures } from '#domain/network-measures.js';
import type { GraphEngine, MeasureOrder, NetworkSize } from '#domain/ports/graph-engine.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { betweennessOf } from './betweenness.js';
import { communityStability, partitionsFor } from './community-stability.js';
import { componentsOf } from './components.js';
import { louvainCommunities } from './louvain-communities.js';
import { pageRank } from './page-rank.js';

// Pairs of nodes are keyed by one number, and typed arrays end where 32-bit row numbers do.
const MOST_EDGES = 2 ** 31;
const STEPS = 100;

/** Measures in this thread, on typed arrays. */
export class InProcessEngine implements GraphEngine {
  async refusal({ edges }: NetworkSize): Promise<string | null> {
    return edges > MOST_EDGES ? `the network has more than ${MOST_EDGES} edges` : null;
  }

  async measure(order: MeasureOrder, onProgress: ProgressListener = () => undefined): Promise<NetworkMeasures> {
    const { network, resolution, seed, betweennessSources } = order;
    const at = (step: number) => () => onProgress(step, STEPS);
    const partitions = partitionsFor(network);
    const partitionOf = (of: number) => {
      const done = Math.floor((40 * (of - seed)) / Math.max(1, partitions));
      return louvainCommunities(network, { resolution, seed: of }, at(done));
    };
    const own = partitionOf(seed);
    const otherSeeds = Array.from({ length: Math.max(0, partitions - 1) }, (_, i) => seed + 1 + i);
    const communities = { ...own, stability: communityStability(own, otherSeeds, partitionOf) };
    at(40)();
    const components = componentsOf(network);
    const rank = pageRank(network, at(45));
    const betweenness = betweennessOf(network, { sources: betweennessSources, seed }, (done, total) =>
      onProgress(50 + Math.floor((50 * done) / total), STEPS),
    );
    onProgress(STEPS, STEPS);
    return { engine: 'IN_PROCESS', method: 'LOUVAIN', communities, components, pageRank: rank, betweenness };
  }
}
