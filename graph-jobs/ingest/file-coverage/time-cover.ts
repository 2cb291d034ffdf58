import type { TimeGap, TimeResolution } from './coverage-report.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Fewer mentions say nothing of how times are given: on the whole minute by chance is one in sixty, twenty times. */
const ENOUGH = 20;
const GAPS_SHOWN = 5;
/** Nights are quiet: a gap is longer than a few hours and would have brought this many mentions, or is a day. */
const SHORTEST_GAP = 6;
const EXPECTED_IN_GAP = 20;
const LONG_GAP = 24;

/** Which hours a file covers, and how finely its times are given; a number an hour, whatever the size of the file. */
export class TimeCover {
  readonly #hours = new Map<number, number>();
  #count = 0;
  #timeOfDay: number | null = null;
  #isDays = true;
  #isMinutes = true;
  #isSeconds = true;
  first: number | null = null;
  last: number | null = null;

  observe(time: number): void {
    this.#count += 1;
    const hour = Math.floor(time / HOUR);
    this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + 1);
    if (this.first === null || time < this.first) this.first = time;
    if (this.last === null || time > this.last) this.last = time;
    this.#timeOfDay ??= time % DAY;
    // Midnight of whatever zone: one time of day for all.
    this.#isDays &&= time % DAY === this.#timeOfDay && time % MINUTE === 0;
    this.#isMinutes &&= time % MINUTE === 0;
    this.#isSeconds &&= time % SECOND === 0;
  }

  resolution(): TimeResolution | null {
    if (this.#count < ENOUGH) return null;
    if (this.#isDays) return 'day';
    if (this.#isMinutes) return 'minute';
    return this.#isSeconds ? 'second' : 'finer';
  }

  /** Stretches without a mention that are longer than the file's own pace explains; the longest, in the order of time. */
  gaps(): TimeGap[] {
    const hours = [...this.#hours.keys()].sort((a, b) => a - b);
    const span = hours.length === 0 ? 0 : hours.at(-1)! - hours[0]! + 1;
    const pace = span === 0 ? 0 : this.#count / span;
    const shortest = this.resolution() === 'day' ? 2 * LONG_GAP : SHORTEST_GAP;
    const gaps: TimeGap[] = [];
    for (const [i, hour] of hours.entries()) {
      const empty = i === 0 ? 0 : hour - hours[i - 1]! - 1;
      if (empty < shortest || (empty < LONG_GAP && empty * pace < EXPECTED_IN_GAP)) continue;
      gaps.push({ from: (hours[i - 1]! + 1) * HOUR, to: hour * HOUR, hours: empty });
    }
    const longest = gaps.sort((a, b) => b.hours - a.hours || a.from - b.from).slice(0, GAPS_SHOWN);
    return longest.sort((a, b) => a.from - b.from);
  }
}
