import { HOUR } from './burst-parameters.js';
import type { MentionObjects } from './mention-objects.js';

const DAY = 24 * HOUR;

/** How many accounts began to use each object in each hour, sparse, and how many mentions there were at all. */
export class HourCounts {
  /** The hour of the first mention, in Unix milliseconds; hours are counted from here. */
  readonly origin: number;
  readonly hours: number;
  readonly objectCount: number;
  /** Mentions in each hour, whatever they carry. */
  readonly volume: Uint32Array;
  /** Hours in which an object was used, ascending, from start[object] to start[object + 1]. */
  readonly start: Uint32Array;
  readonly hour: Uint32Array;
  /** Accounts in all entries before each, so that any sum is a difference. */
  readonly #before: Float64Array;

  /**
   * An account counts once for an object in any 24 hours: in no window does one that repeats itself count twice.
   */
  constructor({ length, time, account, accounts, objectCount, start, rows }: MentionObjects) {
    this.origin = length === 0 ? 0 : Math.floor(time[0]! / HOUR) * HOUR;
    this.hours = length === 0 ? 0 : this.hourOf(time[length - 1]!) + 1;
    this.objectCount = objectCount;
    this.volume = new Uint32Array(this.hours);
    for (let row = 0; row < length; row++) this.volume[this.hourOf(time[row]!)]!++;
    this.start = new Uint32Array(objectCount + 1);
    const hour = new Uint32Array(rows.length);
    const before = new Float64Array(rows.length + 1);
    const lastObject = new Uint32Array(accounts.length);
    const lastTime = new Float64Array(accounts.length);
    let entries = 0;
    for (let object = 0; object < objectCount; object++) {
      for (let i = start[object]!; i < start[object + 1]!; i++) {
        const who = account[rows[i]!]!;
        const at = time[rows[i]!]!;
        if (lastObject[who] === object + 1 && at - lastTime[who]! < DAY) continue;
        lastObject[who] = object + 1;
        lastTime[who] = at;
        const own = this.hourOf(at);
        if (entries === this.start[object] || hour[entries - 1] !== own) {
          hour[entries] = own;
          before[entries + 1] = before[entries]!;
          entries += 1;
        }
        before[entries]! += 1;
      }
      this.start[object + 1] = entries;
    }
    this.hour = hour.slice(0, entries);
    this.#before = before.slice(0, entries + 1);
  }

  hourOf(time: number): number {
    return Math.floor((time - this.origin) / HOUR);
  }

  /** Accounts of an entry. */
  at(entry: number): number {
    return this.#before[entry + 1]! - this.#before[entry]!;
  }

  /** Accounts that used the object in the hours from `from` up to, but not in, `to`. */
  between(object: number, from: number, to: number): number {
    return this.#before[this.entryFrom(object, to)]! - this.#before[this.entryFrom(object, from)]!;
  }

  /** The first entry of the object at `hour` or later. */
  entryFrom(object: number, hour: number): number {
    let low = this.start[object]!;
    let high = this.start[object + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.hour[middle]! < hour) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
