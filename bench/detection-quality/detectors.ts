import type { SortedActions } from '#domain/detection.js';
import type { Setting } from './hindsight.js';
import { flaggedByGroups, ownGroups } from './own-groups.js';
import { DEFAULT_WINDOW, defaultCut, flaggedFrom, PEERS, type Peer, peerNetwork } from './peer-networks.js';

export const DETECTORS = ['ours', ...PEERS, 'hindsight'] as const;
export type Detector = (typeof DETECTORS)[number];
export type ByDetector<T> = Readonly<Record<Detector, T>>;

export function byDetector<T>(of: (detector: Detector) => T): ByDetector<T> {
  return { ours: of('ours'), CooRTweet: of('CooRTweet'), toolkit: of('toolkit'), hindsight: of('hindsight') };
}

/** What is looked at: ours at these windows, the better peer at this setting; the peers by default have their own. */
export interface Looks {
  readonly ownWindows: readonly number[];
  readonly setting: Setting;
}

/** 1 for the accounts that it flags. */
export function flaggedBy(detector: Detector, actions: SortedActions, { ownWindows, setting }: Looks): Uint8Array {
  switch (detector) {
    case 'ours':
      return flaggedByGroups(actions, ownGroups(actions, ownWindows));
    case 'hindsight':
      return flaggedFrom(peerNetwork(actions, setting.peer, setting.windowSeconds), setting.cut);
    default:
      return flaggedByDefault(detector, actions);
  }
}

export function flaggedByDefault(peer: Peer, actions: SortedActions): Uint8Array {
  const network = peerNetwork(actions, peer, DEFAULT_WINDOW[peer]);
  return flaggedFrom(network, defaultCut(peer, network));
}
