import { type RaceAudience, raceAudience } from './race-audience.js';
import { DENIES, type RaceColumns, TELLS } from './race-columns.js';
import { type RaceCurves, raceCurves } from './race-curves.js';

const HOUR = 3_600_000;

/** How long a clarification came after a claim, in milliseconds: below 0 where it was earlier. */
export interface RaceLag {
  /** From the first mention that tells it to the first that denies it. */
  readonly first: number;
  /** From the moment by which half of those that tell it were there to the same of those that deny it. */
  readonly half: number;
}

export interface RaceOverlap {
  /** Share of those that tell it which came with the first that denies it or later. */
  readonly afterFirstDenial: number;
  /**
   * Area that both curves share, drawn by the hour as shares of their own whole: 1 where they run alike, 0 where no hour has
   * mentions of both. What is drawn for people has buckets that hang on how long it all took; this has not.
   */
  readonly sharedArea: number;
}

/** A claim and what denies it on one time axis, see docs/methods/hoax-clusters.md. */
export interface CorrectionRace {
  readonly curves: RaceCurves;
  /** Null unless something tells the claim and something denies it. */
  readonly lag: RaceLag | null;
  readonly overlap: RaceOverlap | null;
  readonly audience: RaceAudience;
}

/** `offsetMs`: of the zone whose hours and midnights begin the buckets. */
export function correctionRace(columns: RaceColumns, offsetMs: number): CorrectionRace {
  const curves = raceCurves(columns, offsetMs);
  const told = timesOf(columns, TELLS);
  const denied = timesOf(columns, DENIES);
  const audience = raceAudience(columns);
  if (told.length === 0 || denied.length === 0) return { curves, lag: null, overlap: null, audience };
  const lag = { first: denied[0]! - told[0]!, half: halfOf(denied) - halfOf(told) };
  const later = told.filter((time) => time >= denied[0]!).length;
  const overlap = { afterFirstDenial: later / told.length, sharedArea: sharedArea(told, denied) };
  return { curves, lag, overlap, audience };
}

function timesOf({ time, role }: RaceColumns, wanted: number): Float64Array {
  return time.filter((_, i) => role[i] === wanted).sort();
}

/** When half of them were there: of an odd number, the middle one. */
function halfOf(times: Float64Array): number {
  return times[Math.ceil(times.length / 2) - 1]!;
}

/** Hours begin with the first mention of either, so that no zone matters. */
function sharedArea(one: Float64Array, other: Float64Array): number {
  const from = Math.min(one[0]!, other[0]!);
  const byHour = hourShares(other, from);
  let area = 0;
  for (const [hour, share] of hourShares(one, from)) area += Math.min(share, byHour.get(hour) ?? 0);
  // Shares of thirds and sevenths may add up to a little more than one.
  return Math.min(1, area);
}

function hourShares(times: Float64Array, from: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const time of times) {
    const hour = Math.floor((time - from) / HOUR);
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  return new Map(Array.from(counts, ([hour, count]) => [hour, count / times.length]));
}
