import { type IssueLook, lookAt, type WatchedPorts } from './issue-look.js';
import { UpdateFeed } from './update-feed.js';
import { currentUpdate, type IssueUpdate, updatesBetween } from './updates-between.js';

/** How often the store is looked at: other processes write into it, and neither of the stores tells of that. */
export interface WatchPace {
  readonly lookMs: number;
  /** Counting the mentions of a large issue takes a second: it is done less often. */
  readonly countMs: number;
  /** A store that cannot be read for so long ends the subscriptions with its error. */
  readonly patienceMs: number;
}

export const WATCH_PACE: WatchPace = { lookMs: 500, countMs: 5000, patienceMs: 30_000 };

/** Looks and counts take at most one part in so many of the time, however slow the store is. */
const LOOK_SHARE = 5;
const COUNT_SHARE = 20;

/** Looks at one issue for as long as anybody follows it: one look for all who do. */
export class IssueWatch {
  readonly #feeds = new Set<UpdateFeed<IssueUpdate>>();
  readonly #timers: { look?: NodeJS.Timeout; count?: NodeJS.Timeout } = {};
  readonly #ports: WatchedPorts;
  readonly #pace: WatchPace;
  readonly #onIdle: () => void;
  #last: IssueLook;
  #lastAt = performance.now();
  #mentions: number | null = null;

  /** `onIdle` is called when the last who followed has gone: the watch is over then. */
  constructor(ports: WatchedPorts, first: IssueLook, pace: WatchPace, onIdle: () => void) {
    this.#ports = ports;
    this.#last = first;
    this.#pace = pace;
    this.#onIdle = onIdle;
  }

  /** The updates from now on; the first tells how the issue stands. */
  follow(): UpdateFeed<IssueUpdate> {
    const feed = new UpdateFeed<IssueUpdate>(() => this.#leave(feed));
    this.#feeds.add(feed);
    if (this.#feeds.size === 1) {
      this.#lookAfter(this.#pace.lookMs);
      // Before anybody is told of the issue: what is added after that is then seen.
      void this.#count();
    }
    feed.push(currentUpdate(this.#last), () => currentUpdate(this.#last));
    return feed;
  }

  #leave(feed: UpdateFeed<IssueUpdate>): void {
    this.#feeds.delete(feed);
    if (this.#feeds.size > 0) return;
    clearTimeout(this.#timers.look);
    clearTimeout(this.#timers.count);
    this.#onIdle();
  }

  #lookAfter(ms: number): void {
    this.#timers.look = setTimeout(() => void this.#look(), ms).unref();
  }

  #countAfter(ms: number): void {
    this.#timers.count = setTimeout(() => void this.#count(), ms).unref();
  }

  async #look(): Promise<void> {
    const started = performance.now();
    try {
      const look = await lookAt(this.#ports, this.#last.issue.id, this.#last, this.#mentions);
      if (look) this.#tell(look);
    } catch (error) {
      // The next look makes up for one that failed, and tells all that happened since the last good one.
      if (performance.now() - this.#lastAt > this.#pace.patienceMs) for (const feed of this.#feeds) feed.fail(error);
    }
    if (this.#feeds.size > 0)
      this.#lookAfter(Math.max(this.#pace.lookMs, (performance.now() - started) * (LOOK_SHARE - 1)));
  }

  #tell(look: IssueLook): void {
    const updates = updatesBetween(this.#last, look);
    this.#last = look;
    this.#lastAt = performance.now();
    for (const feed of this.#feeds) for (const update of updates) feed.push(update, () => currentUpdate(look));
  }

  async #count(): Promise<void> {
    const started = performance.now();
    // A count that failed is made up for by the next.
    this.#mentions = await this.#ports.mentions.count({ issueId: this.#last.issue.id }).catch(() => this.#mentions);
    if (this.#feeds.size > 0)
      this.#countAfter(Math.max(this.#pace.countMs, (performance.now() - started) * (COUNT_SHARE - 1)));
  }
}
