import type { ScenarioParameters } from './parameters.js';
import type { Random } from './random.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const WIB_OFFSET = 7 * HOUR;
const PATIENCE = 60;

/** The time line of a scenario: where it begins and ends, when people are awake, and when they care. */
export class Clock {
  readonly start: number;
  /** First moment after the last organic mention. */
  readonly quiet: number;
  readonly end: number;
  readonly #rhythm: readonly number[];
  readonly #attention: ScenarioParameters['attention'];

  constructor({ startAt, days, quietMinutes, dailyRhythm, attention }: ScenarioParameters) {
    this.start = Date.parse(startAt);
    this.end = this.start + days * DAY;
    this.quiet = this.end - quietMinutes * MINUTE;
    this.#rhythm = dailyRhythm;
    this.#attention = attention;
  }

  atDay(day: number): number {
    return this.start + day * DAY;
  }

  /** 0..1: how awake people are. */
  rhythm(time: number): number {
    return this.#rhythm[Math.floor((time + WIB_OFFSET) / HOUR) % 24]!;
  }

  /** How many originals a moment draws, in no unit. */
  intensity(time: number): number {
    const day = (time - this.start) / DAY;
    const events = this.#attention.events
      .filter(({ atDay }) => day >= atDay)
      .map(({ atDay, height, fadeDays }) => height * Math.exp(-(day - atDay) / fadeDays));
    return this.rhythm(time) * (this.#attention.baseline + events.reduce((sum, height) => sum + height, 0));
  }

  /** A moment after `time + delay` at which somebody is awake: who sees a post at night answers in the morning. */
  awake(time: number, delay: number, random: Random): number {
    let at = time + delay;
    for (let i = 0; i < PATIENCE && !random.chance(this.rhythm(at)); i += 1) at += random.exponential(25 * MINUTE);
    return at;
  }

  /** `total` moments (one more at times) spread by intensity, in order of time. */
  *moments(total: number, random: Random): Generator<number> {
    const hours: number[] = [];
    for (let hour = this.start; hour < this.quiet; hour += HOUR) hours.push(hour);
    const weights = hours.map((hour) => this.intensity(hour));
    const sum = weights.reduce((all, weight) => all + weight, 0);
    let due = random.next();
    for (const [i, hour] of hours.entries()) {
      due += (total * weights[i]!) / sum;
      const count = Math.floor(due);
      due -= count;
      const length = Math.min(HOUR, this.quiet - hour);
      yield* Array.from({ length: count }, () => hour + random.next() * length).sort((a, b) => a - b);
    }
  }
}
