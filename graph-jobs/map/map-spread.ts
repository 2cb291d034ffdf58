import type { MentionColumns } from '#domain/mention-columns.js';
import type { SpreadMap } from '#domain/spread-map.js';
import { cascadeForest } from './cascade-forest.js';
import { cascadeShapes } from './cascade-shapes.js';
import { communitiesOf } from './communities.js';
import { networkPicture, PICTURE_SIZE } from './network-picture.js';
import { spreadNetwork } from './spread-network.js';

const STEPS = 4;

/** Cascades, spread network, communities and picture of an issue's mentions; docs/methods/spread.md tells how. */
export function mapSpread(
  columns: MentionColumns,
  options: { readonly resolution: number; readonly seed: number },
  onProgress: (done: number, total: number) => void = () => undefined,
): SpreadMap {
  onProgress(0, STEPS);
  const cascades = cascadeShapes(columns, cascadeForest(columns));
  onProgress(1, STEPS);
  const network = spreadNetwork(columns);
  onProgress(2, STEPS);
  const communities = communitiesOf(network, options, () => onProgress(2, STEPS));
  onProgress(3, STEPS);
  const accountId = (node: number) => columns.accounts[network.account[node]!]!.id;
  const picture = networkPicture(network, communities, accountId, { ...PICTURE_SIZE, seed: options.seed });
  onProgress(STEPS, STEPS);
  return { cascades, network, communities, picture };
}
