import type { HourCounts } from './hour-counts.js';
import type { SeasonalVolume } from './seasonal-volume.js';

const DAY_HOURS = 24;
/** From so many occurrences on an object tells something of how uneven objects are. */
const ENOUGH = 20;
const FEWEST_OBJECTS = 10;
/** Where too few objects have a history to be asked. */
const WHERE_UNKNOWN = 0.5;
/** The stream's overdispersion weighs as much against an object's own as days with so much expected, squared. */
const WEIGHT_OF_STREAM = 5;

/**
 * How much more than a Poisson count an object's days vary about their share of the stream: φ in variance = mean + φ mean²,
 * by the method of moments. That of an object is shrunk towards that of the stream (the median object's) and is never less.
 */
export class Overdispersion {
  readonly #counts: HourCounts;
  readonly #days: readonly { readonly from: number; readonly share: number }[];
  /** Sum of the squared shares of the days. */
  readonly #concentration: number;
  readonly ofStream: number;

  /** From whole days that end at hour `upTo`. */
  constructor(counts: HourCounts, volume: SeasonalVolume, upTo: number) {
    this.#counts = counts;
    const days = Math.floor(Math.min(upTo, counts.hours) / DAY_HOURS);
    const end = Math.min(upTo, counts.hours);
    const said = volume.said(end - days * DAY_HOURS, end);
    this.#days = Array.from({ length: days }, (_, day) => {
      const from = end - (days - day) * DAY_HOURS;
      return { from, share: said === 0 ? 0 : volume.said(from, from + DAY_HOURS) / said };
    });
    this.#concentration = this.#days.reduce((sum, { share }) => sum + share * share, 0);
    this.ofStream = this.#median();
  }

  of(object: number): number {
    const { excess, scale } = this.#moments(object);
    const own = (excess + WEIGHT_OF_STREAM * this.ofStream) / (scale + WEIGHT_OF_STREAM);
    return Math.max(this.ofStream, own);
  }

  #median(): number {
    const all: number[] = [];
    for (let object = 0; object < this.#counts.objectCount; object++) {
      const { total, excess, scale } = this.#moments(object);
      if (total >= ENOUGH && scale > 0) all.push(Math.max(0, excess / scale));
    }
    if (all.length < FEWEST_OBJECTS) return WHERE_UNKNOWN;
    return Float64Array.from(all).sort()[all.length >> 1]!;
  }

  /** Given their sum, Poisson counts are multinomial: what their squared deviations are then expected to be is taken off. */
  #moments(object: number): { total: number; excess: number; scale: number } {
    const first = this.#days[0]?.from;
    if (first === undefined) return { total: 0, excess: 0, scale: 0 };
    const end = first + this.#days.length * DAY_HOURS;
    const total = this.#counts.between(object, first, end);
    const scale = total * total * this.#concentration;
    let squares = scale;
    let entry = this.#counts.entryFrom(object, first);
    const last = this.#counts.entryFrom(object, end);
    while (entry < last) {
      const day = Math.floor((this.#counts.hour[entry]! - first) / DAY_HOURS);
      const { from, share } = this.#days[day]!;
      let count = 0;
      for (; entry < last && this.#counts.hour[entry]! < from + DAY_HOURS; entry++) count += this.#counts.at(entry);
      squares += count * (count - 2 * total * share);
    }
    return { total, excess: squares - total * (1 - this.#concentration), scale };
  }
}
