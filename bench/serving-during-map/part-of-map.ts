import type { Progress } from '#domain/run.js';

/** Of the map stage, until which share of its progress what is under way (graph-jobs/map/map-spread.ts, in-process-engine.ts). */
const PARTS_OF_MAP = [
  [0.5, 'map: cascades, network'],
  [0.6, 'map: communities, stability'],
  [0.75, 'map: other measures'],
  [1, 'map: layout'],
] as const;

/** What a run is at. */
export function partOfMap({ stage, done, total }: Progress): string {
  if (stage !== 'map') return stage;
  const share = total === 0 ? 0 : done / total;
  return PARTS_OF_MAP.find(([until]) => share < until)?.[1] ?? PARTS_OF_MAP.at(-1)![1];
}
