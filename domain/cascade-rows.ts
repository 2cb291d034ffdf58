import { type CascadeBaseline, type CascadeMetrics, MATCHED_MEASURES, type MatchedMeasure } from './cascade.js';
import { type MentionColumns, NO_ROW } from './mention-columns.js';
import type { CascadeColumns, CascadeComparison } from './spread-map.js';

/** Hundredths of a percentile say nothing that a reader could use. */
const DECIMALS = 1;

/** One cascade of the columns, with the ids that its codes stand for. */
export function cascadeMetrics(
  mentions: Pick<MentionColumns, 'ids' | 'account' | 'accounts' | 'publishedAt'>,
  cascades: CascadeColumns,
  comparison: CascadeComparison,
  index: number,
): CascadeMetrics {
  const row = cascades.root[index]!;
  const value = (measure: 'size' | MatchedMeasure) => cascades[measure][index]!;
  const accountId = (code: number) => (code === NO_ROW ? null : mentions.accounts[code]!.id);
  return {
    rootId: mentions.ids.at(row),
    rootAccountId: mentions.accounts[mentions.account[row]!]!.id,
    startedAt: mentions.publishedAt[row]!,
    size: value('size'),
    uniqueAccounts: value('uniqueAccounts'),
    depth: value('depth'),
    maxBreadth: value('maxBreadth'),
    structuralVirality: value('structuralVirality'),
    directShare: value('directShare'),
    secondsToHalf: value('secondsToHalf'),
    details: {
      meanDepth: value('meanDepth'),
      spreaders: value('spreaders'),
      mostOffspring: value('mostOffspring'),
      secondsToNineTenths: value('secondsToNineTenths'),
      lastedSeconds: value('lastedSeconds'),
      inOneHour: value('inOneHour'),
      inSixHours: value('inSixHours'),
      inOneDay: value('inOneDay'),
      busiestHour: value('busiestHour'),
      mostActiveId: accountId(cascades.mostActive[index]!)!,
      mostActiveMentions: value('mostActiveMentions'),
      mostAmplifiedId: accountId(cascades.mostAmplified[index]!),
      mostAmplifiedTimes: value('mostAmplifiedTimes'),
      firstMoverId: accountId(cascades.firstMover[index]!),
      platforms: { places: value('platforms'), hops: value('platformHops'), steps: cascades.platformSteps[index]! },
      provinces: { places: value('provinces'), hops: value('provinceHops'), steps: cascades.provinceSteps[index]! },
      streams: { places: value('streams'), hops: value('streamHops'), steps: cascades.streamSteps[index]! },
      baseline: baselineOf(comparison, index),
    },
  };
}

function baselineOf({ rootFollowers, matched, percentiles }: CascadeComparison, index: number): CascadeBaseline {
  const followers = rootFollowers[index]!;
  const known = !Number.isNaN(percentiles.depth[index]!);
  const rounded = MATCHED_MEASURES.map((name) => [name, Number(percentiles[name][index]!.toFixed(DECIMALS))]);
  return {
    rootFollowers: Number.isNaN(followers) ? null : followers,
    matched: matched[index]!,
    percentiles: known ? (Object.fromEntries(rounded) as Record<MatchedMeasure, number>) : null,
  };
}

/** Cascades of two mentions or more, largest first; of equal size, the earlier root first. */
export function spreadingCascades({ size }: Pick<CascadeColumns, 'size'>): number[] {
  const spreading: number[] = [];
  for (let index = 0; index < size.length; index += 1) if (size[index]! > 1) spreading.push(index);
  return spreading.sort((one, other) => size[other]! - size[one]! || one - other);
}
