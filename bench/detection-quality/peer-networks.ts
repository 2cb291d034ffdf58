import type { SortedActions } from '#domain/detection.js';
import { compatibleNetwork } from '#graph-jobs/detect/compatible-network.js';
import type { EdgeSink } from '#graph-jobs/detect/edge-sink.js';

export const PEERS = ['CooRTweet', 'toolkit'] as const;
export type Peer = (typeof PEERS)[number];

export const DEFAULT_WINDOW: Readonly<Record<Peer, number>> = { CooRTweet: 10, toolkit: 60 };
const MIN_PARTICIPATION: Readonly<Record<Peer, number>> = { CooRTweet: 2, toolkit: 1 };
const TOOLKIT_LEAST_WEIGHT = 2;
/** generate_coordinated_network(edge_weight = 0.5): edges are flagged whose weight is above this quantile of all. */
const COORTWEET_QUANTILE = 0.5;

/** A peer's network as far as a cut by weight needs it: an account is in the kept part if its heaviest edge is. */
export interface PeerNetwork {
  readonly heaviest: Uint32Array;
  /** Edges by weight. */
  readonly edgesOfWeight: ReadonlyMap<number, number>;
}

/** No edge is held, so that windows of an hour can be tried on a million actions. */
export function peerNetwork(actions: SortedActions, peer: Peer, windowSeconds: number): PeerNetwork {
  const heaviest = new Uint32Array(actions.accountCount);
  const edgesOfWeight = new Map<number, number>();
  const sink: EdgeSink = {
    take(from, to, weight, length) {
      for (let i = 0; i < length; i++) {
        const [own, other] = [weight[i]!, to[i]!];
        heaviest[from] = Math.max(heaviest[from]!, own);
        heaviest[other] = Math.max(heaviest[other]!, own);
        edgesOfWeight.set(own, (edgesOfWeight.get(own) ?? 0) + 1);
      }
    },
  };
  compatibleNetwork(actions, { windowSeconds, minParticipation: MIN_PARTICIPATION[peer], minWeight: 1 }, sink);
  return { heaviest, edgesOfWeight };
}

/** The least weight that the peer keeps where nothing is said. */
export function defaultCut(peer: Peer, { edgesOfWeight }: PeerNetwork): number {
  return peer === 'toolkit' ? TOOLKIT_LEAST_WEIGHT : Math.floor(quantile(edgesOfWeight, COORTWEET_QUANTILE)) + 1;
}

export function flaggedFrom({ heaviest }: PeerNetwork, cut: number): Uint8Array {
  return Uint8Array.from(heaviest, (weight) => (weight >= cut ? 1 : 0));
}

/** As R's quantile() of type 7 has it. */
function quantile(countOf: ReadonlyMap<number, number>, share: number): number {
  const ascending = [...countOf].sort(([a], [b]) => a - b);
  const total = ascending.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return 0;
  const at = (rank: number): number => {
    let passed = 0;
    for (const [weight, count] of ascending) {
      passed += count;
      if (passed > rank) return weight;
    }
    throw new Error(`no value has rank ${rank} of ${total}`);
  };
  const place = share * (total - 1);
  const lower = at(Math.floor(place));
  return lower + (place % 1) * (at(Math.ceil(place)) - lower);
}
