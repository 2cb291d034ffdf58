import { MATCHED_MEASURES, type MatchedMeasure } from '#domain/cascade.js';
import { NO_ROW } from '#domain/mention-columns.js';
import type { CascadeColumns, CascadeComparison } from '#domain/spread-map.js';

/** Cascades of which only some measures matter: all others are 0. */
export function cascadeColumnsOf(
  told: Pick<CascadeColumns, 'length' | 'root' | 'size'> & Partial<CascadeColumns>,
): CascadeColumns {
  const zeros = () => new Uint32Array(told.length);
  const measures = Object.fromEntries(MATCHED_MEASURES.map((measure) => [measure, zeros()]));
  return {
    ...(measures as Record<MatchedMeasure, Uint32Array>),
    ...{ mostActive: zeros(), mostAmplified: zeros().fill(NO_ROW), firstMover: zeros().fill(NO_ROW) },
    ...{ platformSteps: zeros(), provinceSteps: zeros(), streamSteps: zeros(), lone: 0, cyclesBroken: 0 },
    ...told,
  };
}

/** Nothing is known of the roots, so no cascade matches another. */
export function noComparison(length: number): CascadeComparison {
  const unknown = () => new Float64Array(length).fill(Number.NaN);
  const percentiles = Object.fromEntries(MATCHED_MEASURES.map((measure) => [measure, unknown()]));
  return {
    rootFollowers: unknown(),
    matched: new Uint32Array(length),
    percentiles: percentiles as Record<MatchedMeasure, Float64Array>,
  };
}
