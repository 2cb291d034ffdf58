import {
  type CascadeDetails,
  type CascadeKey,
  type CascadeMetrics,
  MATCHED_MEASURES,
  type MatchedMeasure,
} from '#domain/cascade.js';
import type { Cascade } from './cascade.type.js';
import type { CascadeBaseline, CascadeMeasureName } from './cascade-details.type.js';
import { toRankedAccount } from './community.mapper.js';

export function toCascade(metrics: CascadeMetrics, runId: string): Cascade {
  const { rootId, rootAccountId, startedAt, details, ...shape } = metrics;
  return {
    ...shape,
    id: `${runId}:${rootId}`,
    root: { id: rootId },
    rootAccount: { id: rootAccountId },
    startedAt: new Date(startedAt),
    tree: details,
    growth: details,
    carriers: details && toCarriers(details),
    hops: details,
    baseline: details && toBaseline(metrics, details),
  };
}

/** Ids of runs have no colon, those of mentions have: the first one parts them. */
export function toCascadeKey(id: string): CascadeKey {
  const colon = id.indexOf(':');
  return { runId: id.slice(0, Math.max(colon, 0)), rootId: id.slice(colon + 1) };
}

/** `busiestHour` as `BUSIEST_HOUR`. */
export function toMeasureName(measure: MatchedMeasure | 'size'): CascadeMeasureName {
  return measure.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as CascadeMeasureName;
}

function toCarriers(details: CascadeDetails): Cascade['carriers'] {
  const { mostActiveId, mostActiveMentions, mostAmplifiedId, mostAmplifiedTimes, firstMoverId } = details;
  return {
    mostActive: toRankedAccount({ accountId: mostActiveId, value: mostActiveMentions }),
    mostAmplified: mostAmplifiedId && toRankedAccount({ accountId: mostAmplifiedId, value: mostAmplifiedTimes }),
    firstMover: firstMoverId === null ? null : { id: firstMoverId },
  } as Cascade['carriers'];
}

function toBaseline(metrics: CascadeMetrics, details: CascadeDetails): CascadeBaseline {
  const { rootFollowers, matched, percentiles } = details.baseline;
  const { platforms, provinces, streams, ...numbers } = details;
  const places = {
    ...{ platforms: platforms.places, platformHops: platforms.hops, provinces: provinces.places },
    ...{ provinceHops: provinces.hops, streams: streams.places, streamHops: streams.hops },
  };
  const value: Readonly<Record<MatchedMeasure, number>> = { ...metrics, ...numbers, ...places };
  return {
    rootFollowers,
    matched,
    percentiles:
      percentiles &&
      MATCHED_MEASURES.map((name) => ({
        measure: toMeasureName(name),
        value: value[name],
        percentile: percentiles[name],
      })),
  };
}
