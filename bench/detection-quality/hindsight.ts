import { DEFAULT_WINDOW, flaggedFrom, PEERS, type Peer, peerNetwork } from './peer-networks.js';
import { counted, f1 } from './tally.js';
import type { Planted } from './with-actions.js';

export interface Setting {
  readonly peer: Peer;
  readonly windowSeconds: number;
  readonly cut: number;
}

/**
 * The setting with the best F1 for who knows the truth: either peer, at its default window or the one that fits the
 * delay, at any cut. Nobody has it in practice: it is the most that a fixed cut can give.
 */
export function bestInHindsight({ actions, isPlanted }: Planted, fittingSeconds: number): Setting {
  let best: Setting = { peer: 'toolkit', windowSeconds: DEFAULT_WINDOW.toolkit, cut: 2 };
  let most = 0;
  for (const peer of PEERS) {
    for (const windowSeconds of new Set([DEFAULT_WINDOW[peer], fittingSeconds])) {
      const network = peerNetwork(actions, peer, windowSeconds);
      for (const cut of network.edgesOfWeight.keys()) {
        const score = f1(counted(flaggedFrom(network, cut), isPlanted));
        if (score <= most) continue;
        most = score;
        best = { peer, windowSeconds, cut };
      }
    }
  }
  return best;
}
