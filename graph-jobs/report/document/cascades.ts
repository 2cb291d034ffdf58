import { cascadeMetrics, spreadingCascades } from '#domain/cascade-rows.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { CascadeSummary, MeasureSpread } from '#domain/run-document.js';
import type { CascadeColumns, CascadeComparison } from '#domain/spread-map.js';

const LARGEST = 20;
const SPREADS: readonly MeasureSpread['measure'][] = [
  ...(['size', 'uniqueAccounts', 'depth', 'maxBreadth', 'structuralVirality', 'directShare'] as const),
  ...(['secondsToHalf', 'lastedSeconds', 'inOneHour', 'busiestHour'] as const),
];

/** The cascades of an issue: how many, how their measures are spread, and the largest one by one. */
export function cascadeSummary(
  columns: MentionColumns,
  cascades: CascadeColumns,
  comparison: CascadeComparison,
): CascadeSummary {
  const spreading = spreadingCascades(cascades);
  return {
    count: cascades.length,
    lone: cascades.lone,
    spreads: spreading.length === 0 ? [] : SPREADS.map((measure) => spreadOf(measure, cascades, spreading)),
    largest: spreading.slice(0, LARGEST).map((index) => cascadeMetrics(columns, cascades, comparison, index)),
  };
}

function spreadOf(
  measure: MeasureSpread['measure'],
  cascades: CascadeColumns,
  spreading: readonly number[],
): MeasureSpread {
  const sorted = Float64Array.from(spreading, (index) => cascades[measure][index]!).sort();
  // The value of which that share are no larger: always one that a cascade has.
  const nearestRank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
  return { measure, median: nearestRank(0.5), ninetieth: nearestRank(0.9), most: sorted.at(-1)! };
}
