import {
  BASELINE_HOURS,
  type BurstParameters,
  HOUR,
  LEAST_HISTORY_HOURS,
  type LookPeriod,
  PRIOR,
  SEASONS,
  WINDOW_HOURS,
} from './burst-parameters.js';
import type { HourCounts } from './hour-counts.js';
import { lnNegativeBinomialTail } from './negative-binomial-tail.js';
import { Overdispersion } from './overdispersion.js';
import { SeasonalVolume } from './seasonal-volume.js';

/** One object in one window: the hours from `from` up to, but not in, `to`, at which the look was made. */
export interface Burst {
  readonly object: number;
  readonly from: number;
  readonly to: number;
  readonly accounts: number;
  readonly expected: number;
  /** Logarithm of the chance of so many accounts or more in this window, if the object goes on as before. */
  readonly lnP: number;
}

/**
 * A prospective scan of counts against what is expected of them (Kulldorff 2001, Neill 2009), each window by a negative
 * binomial: the predictive distribution of a Poisson count whose rate the baseline has told so far (Gamma prior), or as
 * uneven as the object's days are, whichever allows more. docs/methods/emerging.md has the formulas.
 */
export class BurstScan {
  readonly counts: HourCounts;
  readonly volume: SeasonalVolume;
  readonly firstLook: number;
  readonly lastLook: number;
  readonly #leastAccounts: number;
  readonly #overdispersion: Overdispersion;

  /** What came before the period tells seasons and overdispersion: no look knows what came after it. */
  constructor(counts: HourCounts, period: LookPeriod, { leastAccounts, zone }: BurstParameters) {
    this.counts = counts;
    const begin = Math.max(0, Math.round((period.from - counts.origin) / HOUR));
    this.firstLook = begin + 1;
    this.lastLook = Math.round((period.to - counts.origin) / HOUR);
    this.#leastAccounts = leastAccounts;
    this.volume = new SeasonalVolume(counts, begin, zone);
    this.#overdispersion = new Overdispersion(counts, this.volume, begin);
  }

  /** Looks whose shortest window has enough before it. */
  get looksWithHistory(): number {
    const first = Math.max(this.firstLook, LEAST_HISTORY_HOURS + WINDOW_HOURS[0]);
    return Math.max(0, this.lastLook - first + 1);
  }

  /** Tests that one object gets: each look asks for each window. */
  get testsOfObject(): number {
    return Math.max(0, this.lastLook - this.firstLook + 1) * WINDOW_HOURS.length;
  }

  get overdispersion(): number {
    return this.#overdispersion.ofStream;
  }

  /** Whether the object was used in an hour before a look. */
  isSeen(object: number): boolean {
    return this.counts.entryFrom(object, this.firstLook - 1) < this.counts.entryFrom(object, this.lastLook);
  }

  /**
   * The windows of an object that hold enough accounts, by look, then by length. A look is made behind hours in which the
   * object was used: other windows hold no more than these. Of the looks of the period, where no others are named.
   */
  *bursts(object: number, firstLook = this.firstLook, lastLook = this.lastLook): Generator<Burst> {
    const { counts } = this;
    let overdispersion = -1;
    const end = counts.entryFrom(object, lastLook);
    for (let entry = counts.entryFrom(object, firstLook - 1); entry < end; entry++) {
      const to = counts.hour[entry]! + 1;
      for (const hours of WINDOW_HOURS) {
        const from = to - hours;
        if (from < LEAST_HISTORY_HOURS) continue;
        const accounts = counts.between(object, from, to);
        if (accounts < this.#leastAccounts) continue;
        if (overdispersion < 0) overdispersion = this.#overdispersion.of(object);
        const burst = this.#burst(object, from, to, accounts, overdispersion);
        if (burst !== null) yield burst;
      }
    }
  }

  /** Null where nothing at all was said before. */
  #burst(object: number, from: number, to: number, accounts: number, overdispersion: number): Burst | null {
    const begin = Math.max(0, from - BASELINE_HOURS);
    const said = this.volume.said(begin, from);
    if (said === 0) return null;
    const before = this.counts.between(object, begin, from);
    const usual = (before + PRIOR) / said;
    let rate = usual;
    for (const { shift, times } of SEASONS)
      rate = Math.max(rate, this.#seasonalRate(object, { from, to, begin, shift, times }, usual));
    const expected = rate * this.volume.exposure(from, to);
    const size = Math.min(before + PRIOR, 1 / overdispersion);
    return { object, from, to, accounts, expected, lnP: lnNegativeBinomialTail(accounts, expected, size) };
  }

  /** A mention's chance to carry the object in the same hours before, shrunk towards `usual` by the weight of the prior. */
  #seasonalRate(object: number, window: SeasonalWindow, usual: number): number {
    const { from, to, begin, shift, times } = window;
    let used = 0;
    let said = 0;
    for (let i = 1; i <= times && from - i * shift >= begin; i++) {
      used += this.counts.between(object, from - i * shift, to - i * shift);
      said += this.volume.said(from - i * shift, to - i * shift);
    }
    return (used + PRIOR) / (said + PRIOR / usual);
  }
}

interface SeasonalWindow {
  readonly from: number;
  readonly to: number;
  readonly begin: number;
  readonly shift: number;
  readonly times: number;
}
