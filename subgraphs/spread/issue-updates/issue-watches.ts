import { unknownIssue } from '../run.reference.js';
import { type IssueLook, lookAt, type WatchedPorts } from './issue-look.js';
import { IssueWatch, WATCH_PACE, type WatchPace } from './issue-watch.js';
import type { UpdateFeed } from './update-feed.js';
import type { IssueUpdate } from './updates-between.js';

/** The issues that subscribers follow on one store, each watched once. */
export class IssueWatches {
  readonly #watches = new Map<string, IssueWatch>();
  readonly #ports: WatchedPorts;
  readonly #pace: WatchPace;

  constructor(ports: WatchedPorts, pace: WatchPace = WATCH_PACE) {
    this.#ports = ports;
    this.#pace = pace;
  }

  /** How many issues are looked at. */
  get size(): number {
    return this.#watches.size;
  }

  /** What happens to an issue from now on, after how it stands. Throws NOT_FOUND. */
  async follow(issueId: string): Promise<UpdateFeed<IssueUpdate>> {
    const known = this.#watches.get(issueId);
    if (known) return known.follow();
    const first = await lookAt(this.#ports, issueId, null, null);
    if (!first) throw unknownIssue(issueId);
    // Somebody else may have begun meanwhile.
    return (this.#watches.get(issueId) ?? this.#begin(first)).follow();
  }

  #begin(first: IssueLook): IssueWatch {
    const { id } = first.issue;
    const watch = new IssueWatch(this.#ports, first, this.#pace, () => this.#watches.delete(id));
    this.#watches.set(id, watch);
    return watch;
  }
}

const ofStore = new WeakMap<WatchedPorts, IssueWatches>();

/** The watches of a store: all requests to it share them. */
export function watchesOf(ports: WatchedPorts): IssueWatches {
  const watches = ofStore.get(ports) ?? new IssueWatches(ports);
  ofStore.set(ports, watches);
  return watches;
}
