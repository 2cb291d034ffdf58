import type { ActionLayer, CoActionEdges } from '#domain/detection.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunParameters } from '#domain/run.js';
import { countPairs } from './count-pairs.js';
import { EdgeBuffer } from './edge-buffer.js';
import { type Sweep, sweepOf } from './participation.js';

/** The kept network of one behaviour, and the actions that it was counted from. */
export interface LayerNetwork {
  readonly layer: ActionLayer;
  readonly sweep: Sweep;
  readonly edges: CoActionEdges;
}

/**
 * The compatible network of a layer when `account` (a code per row of the columns) are the accounts. Throws BAD_PARAMETERS
 * as soon as more than `mostEdges` are kept.
 */
export function layerNetwork(
  layer: ActionLayer,
  account: Uint32Array,
  { windowSeconds, minParticipation, minWeight }: RunParameters,
  mostEdges: number,
  onProgress: ProgressListener,
): LayerNetwork {
  const actor = new Uint32Array(layer.actions.length);
  for (let row = 0; row < actor.length; row++) actor[row] = account[layer.actions.mention[row]!]!;
  const sweep = sweepOf(layer.actions, actor, windowSeconds * 1000, minParticipation);
  const edges = new EdgeBuffer(mostEdges);
  countPairs(sweep, { minWeight, onProgress }, edges);
  return { layer, sweep, edges: edges.edges() };
}
