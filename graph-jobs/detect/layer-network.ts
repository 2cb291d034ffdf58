import type { ActionLayer, CoActionEdges } from '#domain/detection.js';
import type { RunParameters } from '#domain/run.js';
import { type CountOptions, countPairs } from './count-pairs.js';
import { type Sweep, sweepOf } from './participation.js';

/** The kept network of one behaviour, and the actions that it was counted from. */
export interface LayerNetwork {
  readonly layer: ActionLayer;
  readonly sweep: Sweep;
  readonly edges: CoActionEdges;
}

/** The compatible network of a layer when `account` (a code per row of the columns) are the accounts. */
export function layerNetwork(
  layer: ActionLayer,
  account: Uint32Array,
  { windowSeconds, minParticipation, minWeight }: RunParameters,
  options: Omit<CountOptions, 'minWeight'>,
): LayerNetwork {
  const actor = new Uint32Array(layer.actions.length);
  for (let row = 0; row < actor.length; row++) actor[row] = account[layer.actions.mention[row]!]!;
  const sweep = sweepOf(layer.actions, actor, windowSeconds * 1000, minParticipation);
  return { layer, sweep, edges: countPairs(sweep, { minWeight, ...options }) };
}
