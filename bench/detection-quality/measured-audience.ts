import type { SortedActions } from '#domain/detection.js';
import type { CalibratedGroups } from '#graph-jobs/detect/calibrated/calibrated-groups.js';
import { evidenceOf } from '#graph-jobs/detect/edge-evidence.js';
import type { Backgrounds } from './backgrounds.js';
import { ownWindows } from './cells.js';
import { flaggedByDefault } from './detectors.js';
import { flaggedByGroups, ownGroups } from './own-groups.js';
import { PEERS, type Peer } from './peer-networks.js';
import { isItem, plantedAudience } from './planted-audience.js';
import { counted, recall } from './tally.js';

export interface MeasuredAudience {
  /** The share of the audience that is flagged, seed by seed. */
  readonly flagged: Readonly<Record<'ours' | Peer, readonly number[]>>;
  /** Of our groups in all seeds, the least share of evidence that is on the outlet; NaN where there is none. */
  readonly leastOnSource: number;
}

export function measuredAudience(backgrounds: Backgrounds, medianSeconds: number, seeds: number): MeasuredAudience {
  const windows = ownWindows(0);
  const flagged = { ours: [] as number[], CooRTweet: [] as number[], toolkit: [] as number[] };
  const onSource: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const copy = backgrounds.shuffled(seed);
    const { actions, isPlanted } = plantedAudience(copy, medianSeconds, seed);
    const groups = ownGroups(actions, windows);
    flagged.ours.push(recall(counted(flaggedByGroups(actions, groups), isPlanted)));
    for (const peer of PEERS) flagged[peer].push(recall(counted(flaggedByDefault(peer, actions), isPlanted)));
    onSource.push(...sharesOnSource(copy, actions, groups, Math.max(...windows)));
  }
  return { flagged, leastOnSource: onSource.length === 0 ? Number.NaN : Math.min(...onSource) };
}

/** Of each group: the share of its evidence that is on items of the outlet, as SHARED_SOURCE would have it. */
function sharesOnSource(
  background: SortedActions,
  actions: SortedActions,
  { groups, edges }: CalibratedGroups,
  windowSeconds: number,
): number[] {
  const pairsOf = evidenceOf(actions, windowSeconds * 1000);
  return groups.map(({ members }) => {
    const inside = new Set(members);
    let [pairs, onItems] = [0, 0];
    for (let edge = 0; edge < edges.length; edge++) {
      const [from, to] = [edges.from[edge]!, edges.to[edge]!];
      if (!inside.has(from) || !inside.has(to)) continue;
      for (const [row, others] of pairsOf(from, to)) {
        pairs += others.length;
        if (isItem(background, actions.object[row]!)) onItems += others.length;
      }
    }
    return onItems / pairs;
  });
}
