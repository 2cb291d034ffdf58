import type { MentionColumns } from '#domain/mention-columns.js';

const HOUR = 3_600_000;
const HALF_MINUTE = 30_000;
/** Share of the hours that can be a burst, and how far above the mean hour one must be. */
const BURST_SHARE = 0.01;
const BURST_FACTOR = 3;

/** How busy the issue was, hour by hour, and who acted when: the yardstick for explanations. */
export interface IssueActivity {
  /** True for an hour in which everybody but the members made a burst. */
  isBurst(time: number): boolean;
  /** Share of the mentions of everybody but the members that came within 30 s of a full hour. */
  readonly onTheHour: number;
}

/** Who published when, one row a mention: the columns of an issue, or the posts of a file. */
export interface TimedMentions extends Pick<MentionColumns, 'length' | 'publishedAt' | 'account'> {
  readonly accounts: { readonly length: number };
}

/** Rows of the columns by account, and the hourly counts of all: made once, asked for each group. */
export class ActivityOfAll {
  readonly #columns: TimedMentions;
  readonly #firstHour: number;
  readonly #hourly: Uint32Array;
  readonly #threshold: number;
  readonly #onTheHour: number;
  readonly #rowStart: Uint32Array;
  readonly #rows: Uint32Array;

  constructor(columns: TimedMentions) {
    const { length, publishedAt } = columns;
    this.#columns = columns;
    const hours = publishedAt.map(hourOf);
    this.#firstHour = length === 0 ? 0 : hours.reduce((first, hour) => Math.min(first, hour));
    const lastHour = hours.reduce((last, hour) => Math.max(last, hour), this.#firstHour - 1);
    this.#hourly = new Uint32Array(length === 0 ? 0 : lastHour - this.#firstHour + 1);
    let onTheHour = 0;
    for (let row = 0; row < length; row++) {
      this.#hourly[hours[row]! - this.#firstHour]!++;
      if (isOnTheHour(publishedAt[row]!)) onTheHour += 1;
    }
    this.#onTheHour = onTheHour;
    this.#threshold = burstThreshold(this.#hourly, length);
    this.#rowStart = new Uint32Array(columns.accounts.length + 1);
    for (let row = 0; row < length; row++) this.#rowStart[columns.account[row]! + 1]!++;
    for (let code = 0; code < columns.accounts.length; code++) this.#rowStart[code + 1]! += this.#rowStart[code]!;
    const next = this.#rowStart.slice();
    this.#rows = new Uint32Array(length);
    for (let row = 0; row < length; row++) this.#rows[next[columns.account[row]!]!++] = row;
  }

  /** Members are left out, so that a group is never its own excuse. */
  without(members: readonly number[]): IssueActivity {
    const { publishedAt, length } = this.#columns;
    const own = new Map<number, number>();
    let mentions = 0;
    let onTheHour = 0;
    for (const member of members) {
      for (let i = this.#rowStart[member]!; i < this.#rowStart[member + 1]!; i++) {
        const time = publishedAt[this.#rows[i]!]!;
        own.set(hourOf(time), (own.get(hourOf(time)) ?? 0) + 1);
        mentions += 1;
        if (isOnTheHour(time)) onTheHour += 1;
      }
    }
    const others = length - mentions;
    return {
      isBurst: (time) =>
        this.#hourly[hourOf(time) - this.#firstHour]! - (own.get(hourOf(time)) ?? 0) >= this.#threshold,
      onTheHour: others === 0 ? 0 : (this.#onTheHour - onTheHour) / others,
    };
  }
}

export function isOnTheHour(time: number): boolean {
  const past = time % HOUR;
  return past <= HALF_MINUTE || past >= HOUR - HALF_MINUTE;
}

function hourOf(time: number): number {
  return Math.floor(time / HOUR);
}

/** The fewest mentions that make an hour a burst: it is among the busiest 1 %, and three times as busy as the mean hour. */
function burstThreshold(hourly: Uint32Array, mentions: number): number {
  const descending = hourly.toSorted((a, b) => b - a);
  const busiest = descending[Math.max(0, Math.ceil(hourly.length * BURST_SHARE) - 1)] ?? 0;
  return Math.max(busiest, (BURST_FACTOR * mentions) / Math.max(hourly.length, 1));
}
