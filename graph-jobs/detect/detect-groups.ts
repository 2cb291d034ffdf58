import type { ActionLayer, Detection, DetectionOutline } from '#domain/detection.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { RunParameters } from '#domain/run.js';
import { actionLayers } from './action-layers.js';
import { communities } from './communities.js';
import { detectedGroups } from './detected-groups.js';
import { fuseLayers } from './fuse-layers.js';
import { layerNetwork } from './layer-network.js';

/** More edges than anybody can review, and than community detection holds in a gibibyte. */
const MOST_EDGES = 500_000;

/**
 * Co-timed groups of an issue in compatible mode: a network per behaviour, fused by summing weights, split into
 * communities. Definitions and papers: docs/methods/co-action.md. `onProgress` counts behaviours. Throws BAD_PARAMETERS
 * when too many pairs are kept to be grouped.
 */
export function detectGroups(
  columns: MentionColumns,
  parameters: RunParameters,
  onProgress?: (done: number, total: number) => void,
): Detection {
  const layers = actionLayers(columns, parameters.behaviours);
  const networks = layers.map((layer, i) => {
    const network = layerNetwork(layer, columns.account, parameters);
    onProgress?.(i + 1, layers.length);
    return network;
  });
  const kept = networks.map(({ edges }) => edges);
  requireGroupable(kept.reduce((sum, { length }) => sum + length, 0));
  const fused = fuseLayers(kept, columns.accounts.length);
  const groups = communities(fused, parameters.resolution, parameters.seed);
  const ids = columns.accounts.map(({ id }) => id);
  return {
    layers,
    keptPairs: fused.length,
    groups: detectedGroups(networks, groups, ids, parameters.windowSeconds * 1000),
  };
}

/** The same for a copy of the data in which others are the accounts, as far as a chance rate needs it. */
export function detectInCopy(
  layers: readonly ActionLayer[],
  account: Uint32Array,
  parameters: RunParameters,
): DetectionOutline {
  const accountCount = layers[0]?.actions.accountCount ?? 0;
  const fused = fuseLayers(
    layers.map((layer) => layerNetwork(layer, account, parameters).edges),
    accountCount,
  );
  const groups = communities(fused, parameters.resolution, parameters.seed);
  return { keptPairs: fused.length, largestGroup: groups.reduce((most, { length }) => Math.max(most, length), 0) };
}

/** Throws BAD_PARAMETERS. Copies are not held to it: chance may keep some more pairs than the data. */
function requireGroupable(kept: number): void {
  if (kept <= MOST_EDGES) return;
  throw new CodedError('BAD_PARAMETERS', `${kept} pairs of accounts are kept; groups need ${MOST_EDGES} or fewer`, {
    at: 'minWeight',
    hint: 'raise the minimum weight or participation, or take a shorter window',
  });
}
