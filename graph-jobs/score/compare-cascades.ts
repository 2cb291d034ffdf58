import { MATCHED_MEASURES, type MatchedMeasure } from '#domain/cascade.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { CascadeColumns, CascadeComparison } from '#domain/spread-map.js';
import { cascadeBaselines } from './cascade-baselines.js';

/** Each cascade of an issue beside those of like size whose root is as widely followed. */
export function compareCascades(
  { account, accounts }: Pick<MentionColumns, 'account' | 'accounts'>,
  cascades: CascadeColumns,
): CascadeComparison {
  const rootFollowers = Float64Array.from(cascades.root, (row) => accounts[account[row]!]!.followers ?? Number.NaN);
  const baselines = cascadeBaselines(Uint32Array.from(cascades.size), rootFollowers);
  const percentiles = MATCHED_MEASURES.map((measure) => [measure, baselines.percentiles(cascades[measure])]);
  return {
    rootFollowers,
    matched: baselines.matched,
    percentiles: Object.fromEntries(percentiles) as Record<MatchedMeasure, Float64Array>,
  };
}
