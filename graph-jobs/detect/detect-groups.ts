import type { ActionLayer, CoActionEdges, Detection, DetectionOutline } from '#domain/detection.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunParameters } from '#domain/run.js';
import { actionLayers } from './actions/action-layers.js';
import { attributions } from './attribution.js';
import { detectCalibrated, detectCalibratedInCopy } from './calibrated/detect-calibrated.js';
import { communities } from './communities.js';
import { detectedGroups } from './detected-groups.js';
import { fuseLayers } from './fuse-layers.js';
import { type LayerNetwork, layerNetwork } from './layer-network.js';
import { layerOverlaps } from './layer-overlaps.js';

/** More edges than anybody can review, and than community detection holds in a gibibyte. */
const MOST_EDGES = 500_000;
/** Chance may keep more pairs than the data, but not any number: each copy is held in memory like the data. */
const MOST_EDGES_IN_COPY = 2 * MOST_EDGES;

/**
 * Co-timed groups of an issue, in calibrated or compatible mode. Definitions and papers: docs/methods/co-action.md.
 * `onProgress` tells of the counting; throw from it to stop. Throws BAD_PARAMETERS when too many pairs are kept to be
 * grouped.
 */
export function detectGroups(
  columns: MentionColumns,
  parameters: RunParameters,
  onProgress: ProgressListener = () => undefined,
): Detection {
  // Nothing but the comparison of texts takes long before the counting.
  const parts = parameters.behaviours.includes('CO_TEXT') ? 2 : 1;
  const layers = actionLayers(columns, parameters.behaviours, partOfProgress(onProgress, 0, parts));
  const counting = partOfProgress(onProgress, parts - 1, parts);
  return parameters.mode === 'CALIBRATED'
    ? detectCalibrated(columns, layers, parameters, counting)
    : detectCompatible(columns, layers, parameters, counting);
}

/** A network per behaviour, fused by summing weights, split into communities. */
function detectCompatible(
  columns: MentionColumns,
  layers: readonly ActionLayer[],
  parameters: RunParameters,
  onProgress: ProgressListener,
): Detection {
  const networks = layerNetworks(layers, columns.account, parameters, MOST_EDGES, onProgress);
  const fused = fuseLayers(edgesOf(networks), columns.accounts.length);
  const groups = communities(fused, parameters.resolution, parameters.seed);
  const ids = columns.accounts.map(({ id }) => id);
  const windowMs = parameters.windowSeconds * 1000;
  const evident = networks.map(({ sweep: { actions }, edges }, layer) => {
    return { layer, actions, windowMs, edges, tests: null };
  });
  const ties = networks.map(({ layer, edges }) => {
    return { behaviour: layer.actions.behaviour, from: edges.from, to: edges.to, strength: edges.weight };
  });
  const found = groups.map((members) => ({ members }));
  const shares = attributions(found, ties);
  const tying = networks.filter(({ edges }) => edges.length > 0);
  const alone = tying.map(({ layer, edges }) => {
    return { behaviour: layer.actions.behaviour, groups: communities(edges, parameters.resolution, parameters.seed) };
  });
  const overlaps = layerOverlaps(found, alone);
  return {
    layers,
    keptPairs: fused.length,
    crowdedObjects: networks.reduce((sum, { sweep }) => sum + sweep.crowded.count, 0),
    groups: detectedGroups(
      evident,
      found.map((group, i) => ({ ...group, qValue: null, attribution: shares[i]!, layerGroups: overlaps[i]! })),
      ids,
    ),
    windows: [],
  };
}

/** The same for a copy of the data in which others are the accounts, as far as a chance rate needs it. */
export function detectInCopy(
  layers: readonly ActionLayer[],
  account: Uint32Array,
  parameters: RunParameters,
  onProgress: ProgressListener = () => undefined,
): DetectionOutline {
  if (parameters.mode === 'CALIBRATED') return detectCalibratedInCopy(layers, account, parameters, onProgress);
  const accountCount = layers[0]?.actions.accountCount ?? 0;
  const networks = layerNetworks(layers, account, parameters, MOST_EDGES_IN_COPY, onProgress);
  const fused = fuseLayers(edgesOf(networks), accountCount);
  const groups = communities(fused, parameters.resolution, parameters.seed);
  return { keptPairs: fused.length, largestGroup: groups.reduce((most, { length }) => Math.max(most, length), 0) };
}

/** Throws BAD_PARAMETERS as soon as the layers together keep more than `mostEdges`. */
function layerNetworks(
  layers: readonly ActionLayer[],
  account: Uint32Array,
  parameters: RunParameters,
  mostEdges: number,
  onProgress: ProgressListener,
): LayerNetwork[] {
  let kept = 0;
  return layers.map((layer, i) => {
    const progress = partOfProgress(onProgress, i, layers.length);
    const network = layerNetwork(layer, account, parameters, mostEdges - kept, progress);
    kept += network.edges.length;
    progress(1, 1);
    return network;
  });
}

function edgesOf(networks: readonly LayerNetwork[]): CoActionEdges[] {
  return networks.map(({ edges }) => edges);
}
