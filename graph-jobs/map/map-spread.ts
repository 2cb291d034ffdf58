import type { MentionColumns } from '#domain/mention-columns.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { GraphEngine, MeasureOrder, NetworkSize } from '#domain/ports/graph-engine.js';
import type { SpreadMap } from '#domain/spread-map.js';
import { cascadeColumns } from './cascades/cascade-columns.js';
import { cascadeForest } from './cascades/cascade-forest.js';
import { mentionPlaces } from './cascades/place-codes.js';
import { issueHops } from './issue-hops.js';
import { networkPicture, PICTURE_SIZE } from './network-picture.js';
import { spreadNetwork } from './spread-network.js';

const STEPS = 4;
const PATH_STEPS = 2_000_000_000;
const LEAST_SOURCES = 100;

export interface MapOptions extends Pick<MeasureOrder, 'runId' | 'issueId' | 'method' | 'resolution' | 'seed'> {
  readonly engine: GraphEngine;
}

/** Cascades, spread network, its measures and picture, of an issue's mentions; docs/methods/spread.md tells how. */
export async function mapSpread(
  columns: MentionColumns,
  { engine, ...options }: MapOptions,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<SpreadMap> {
  const whole = (step: number) => partOfProgress(onProgress, step, STEPS)(0, 1);
  whole(0);
  const forest = cascadeForest(columns);
  const places = mentionPlaces(columns);
  const cascades = cascadeColumns(columns, forest, places);
  const hops = issueHops(forest, places);
  whole(1);
  const network = spreadNetwork(columns);
  const accountId = (node: number) => columns.accounts[network.account[node]!]!.id;
  const order = { ...options, network, accountId, betweennessSources: betweennessSources(network) };
  const measures = await engine.measure(order, partOfProgress(onProgress, 2, STEPS));
  whole(3);
  const picture = networkPicture(network, measures.communities, accountId, { ...PICTURE_SIZE, seed: options.seed });
  whole(STEPS);
  return { cascades, hops, network, measures, picture };
}

/** As many as some two thousand million steps allow: all of small networks, hundreds of large ones. */
function betweennessSources({ nodes, edges }: NetworkSize): number {
  return Math.max(LEAST_SOURCES, Math.floor(PATH_STEPS / (nodes + edges + 1)));
}
