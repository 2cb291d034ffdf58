import type { CommunityMethod } from '../graph-engine.js';
import type { NetworkMeasures } from '../network-measures.js';
import type { SpreadNetwork } from '../spread-map.js';
import type { ProgressListener } from './issue-store.js';

export type NetworkSize = Pick<SpreadNetwork, 'nodes' | 'edges'>;

export interface MeasureOptions {
  readonly method: CommunityMethod;
  /** Larger gives smaller communities. */
  readonly resolution: number;
  readonly seed: number;
  /** From how many accounts shortest paths are followed; from all where there are no more. */
  readonly betweennessSources: number;
}

/** The network of an issue, for a run. An engine that has the data itself reads it there, and checks it against this. */
export interface MeasureOrder extends MeasureOptions {
  readonly runId: string;
  readonly issueId: string;
  readonly network: SpreadNetwork;
  accountId(node: number): string;
}

/** Communities, components, PageRank and betweenness of a spread network. The same order gives the same result. */
export interface GraphEngine {
  /** Why it cannot measure a network of this size by this method; null when it can. */
  refusal(size: NetworkSize, method: CommunityMethod): Promise<string | null>;
  /** Throws ENGINE_UNAVAILABLE; INPUT_CHANGED when the store's data is no longer that of the order. */
  measure(order: MeasureOrder, onProgress?: ProgressListener): Promise<NetworkMeasures>;
}
