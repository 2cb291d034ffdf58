import type { ActionLayer, CoActionEdges, Detection, DetectionOutline } from '#domain/detection.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunParameters } from '#domain/run.js';
import { attributions } from '../attribution.js';
import { detectedGroups, type EvidentNetwork } from '../detected-groups.js';
import { layerOverlaps } from '../layer-overlaps.js';
import { type CalibratedGroups, calibratedGroups } from './calibrated-groups.js';
import { type CalibratedNetwork, calibratedNetwork } from './calibrated-network.js';
import { EdgeTests } from './edge-tests.js';
import { groupsByLayer } from './groups-by-layer.js';
import { tiesAboveChance } from './ties-above-chance.js';
import { widestRows } from './widest-rows.js';
import { windowOutcomes } from './window-outcomes.js';

/** Co-timed groups of an issue beyond chance: all behaviours and windows are one family of tests. */
export function detectCalibrated(
  columns: MentionColumns,
  layers: readonly ActionLayer[],
  parameters: RunParameters,
  onProgress: ProgressListener,
): Detection {
  const actions = layers.map((layer) => layer.actions);
  const network = calibratedNetwork(actions, parameters, partOfProgress(onProgress, 0, 2));
  const found = calibratedGroups(network, parameters.resolution, parameters.seed);
  const ids = columns.accounts.map(({ id }) => id);
  const behaviours = actions.map(({ behaviour }) => behaviour);
  const shares = attributions(found.groups, tiesAboveChance(behaviours, network.pairs, found.rows));
  const alone = groupsByLayer(behaviours, network, parameters.resolution, parameters.seed);
  const overlaps = layerOverlaps(found.groups, alone);
  const groups = found.groups.map((group, i) => ({ ...group, attribution: shares[i]!, layerGroups: overlaps[i]! }));
  return {
    layers,
    keptPairs: found.edges.length,
    crowdedObjects: network.crowdedObjects,
    groups: detectedGroups(evidentNetworks(layers, network, found, parameters), groups, ids),
    windows: windowOutcomes(actions, parameters, partOfProgress(onProgress, 1, 2)),
  };
}

/** The same for a copy of the data in which others are the accounts, as far as a chance rate needs it. */
export function detectCalibratedInCopy(
  layers: readonly ActionLayer[],
  account: Uint32Array,
  parameters: RunParameters,
  onProgress: ProgressListener,
): DetectionOutline {
  const actions = layers.map((layer) => ({
    ...layer.actions,
    account: layer.actions.mention.map((mention) => account[mention]!),
  }));
  const network = calibratedNetwork(actions, parameters, onProgress);
  const { groups, edges } = calibratedGroups(network, parameters.resolution, parameters.seed);
  return { keptPairs: edges.length, largestGroup: groups[0]?.members.length ?? 0 };
}

/** The kept pairs of each behaviour by the widest window at which they were kept: the evidence is all within it. */
function evidentNetworks(
  layers: readonly ActionLayer[],
  network: CalibratedNetwork,
  { rows }: CalibratedGroups,
  { windowsSeconds }: RunParameters,
): EvidentNetwork[] {
  const { pairs } = network;
  const kept = widestRows(pairs, rows);
  const tests = new EdgeTests(network, rows, windowsSeconds);
  return layers.flatMap(({ actions }, layer) =>
    windowsSeconds.map((seconds, window): EvidentNetwork => {
      const own = kept.filter((row) => pairs.layer[row] === layer && pairs.window[row] === window);
      const edges: Pick<CoActionEdges, 'length' | 'from' | 'to'> = {
        length: own.length,
        from: Uint32Array.from(own, (row) => pairs.from[row]!),
        to: Uint32Array.from(own, (row) => pairs.to[row]!),
      };
      return { layer, actions, windowMs: seconds * 1000, edges, tests: own.map((row) => tests.of(row)) };
    }),
  );
}
