import type { Behaviour } from '#domain/action.js';
import type { GroupsOfBehaviour } from '../layer-overlaps.js';
import { calibratedGroups } from './calibrated-groups.js';
import type { CalibratedNetwork } from './calibrated-network.js';
import { kept } from './pair-tests.js';

/** The groups of the kept pairs of each behaviour alone, of those that keep any. The pairs stay those that the one family of tests kept. */
export function groupsByLayer(
  behaviours: readonly Behaviour[],
  network: CalibratedNetwork,
  resolution: number,
  seed: number,
): readonly GroupsOfBehaviour[] {
  return behaviours.flatMap((behaviour, layer): GroupsOfBehaviour[] => {
    const own = ofLayer(network, layer);
    if (own.pairs.length === 0) return [];
    const { groups } = calibratedGroups(own, resolution, seed);
    return [{ behaviour, groups: groups.map(({ members }) => members) }];
  });
}

function ofLayer(network: CalibratedNetwork, layer: number): CalibratedNetwork {
  const { pairs, qWho, qWhen, familyWise } = network;
  const own = (_: unknown, row: number) => pairs.layer[row] === layer;
  return {
    ...network,
    pairs: kept(pairs, (row) => pairs.layer[row] === layer),
    qWho: qWho.filter(own),
    qWhen: qWhen.filter(own),
    familyWise: familyWise.filter(own),
  };
}
