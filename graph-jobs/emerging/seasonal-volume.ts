import { DateTime } from 'luxon';
import { HOUR } from './burst-parameters.js';
import type { HourCounts } from './hour-counts.js';

const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;
/** With less than two of each weekday, weekdays are taken to be alike. */
const LEAST_WEEKS = 2;

/**
 * How much was said in any hours, and how much was to be expected of these hours of the day and of the week. The latter is
 * the mean of the hour of the day times the weekday's share, as told by the hours before `upTo` alone.
 */
export class SeasonalVolume {
  readonly #said: Float64Array;
  readonly #exposure: Float64Array;

  constructor(counts: HourCounts, upTo: number, zone: string) {
    const { hours, volume, origin } = counts;
    const expected = seasonalMeans(volume, Math.min(upTo, hours), (hour) => placeInWeek(origin + hour * HOUR, zone));
    this.#said = new Float64Array(hours + 1);
    this.#exposure = new Float64Array(hours + 1);
    for (let hour = 0; hour < hours; hour++) {
      this.#said[hour + 1] = this.#said[hour]! + volume[hour]!;
      this.#exposure[hour + 1] = this.#exposure[hour]! + Math.max(volume[hour]!, expected(hour));
    }
  }

  /** Mentions in the hours from `from` up to, but not in, `to`. */
  said(from: number, to: number): number {
    return this.#said[to]! - this.#said[from]!;
  }

  /** The mentions of these hours or those expected, hour by hour whichever is more: a quiet or half-imported hour proves nothing. */
  exposure(from: number, to: number): number {
    return this.#exposure[to]! - this.#exposure[from]!;
  }
}

interface PlaceInWeek {
  readonly hour: number;
  readonly weekday: number;
}

function placeInWeek(time: number, zone: string): PlaceInWeek {
  const { hour, weekday } = DateTime.fromMillis(time, { zone });
  return { hour, weekday: weekday - 1 };
}

function seasonalMeans(volume: Uint32Array, upTo: number, placeOf: (hour: number) => PlaceInWeek) {
  const byHour = new Means(HOURS_A_DAY);
  const byWeekday = new Means(DAYS_A_WEEK);
  const all = new Means(1);
  for (let hour = 0; hour < upTo; hour++) {
    const place = placeOf(hour);
    byHour.add(place.hour, volume[hour]!);
    byWeekday.add(place.weekday, volume[hour]!);
    all.add(0, volume[hour]!);
  }
  const weeks = upTo >= LEAST_WEEKS * DAYS_A_WEEK * HOURS_A_DAY;
  return (hour: number) => {
    if (all.of(0) === 0) return 0;
    const place = placeOf(hour);
    return byHour.of(place.hour) * (weeks ? byWeekday.of(place.weekday) / all.of(0) : 1);
  };
}

class Means {
  readonly #sum: Float64Array;
  readonly #count: Float64Array;

  constructor(length: number) {
    this.#sum = new Float64Array(length);
    this.#count = new Float64Array(length);
  }

  add(at: number, value: number): void {
    this.#sum[at]! += value;
    this.#count[at]! += 1;
  }

  of(at: number): number {
    return this.#count[at] === 0 ? 0 : this.#sum[at]! / this.#count[at]!;
  }
}
