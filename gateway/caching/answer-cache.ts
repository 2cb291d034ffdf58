import { LRUCache } from 'lru-cache';

/** JSON, since what runs on an answer writes into it: each who finds it gets values of their own. */
interface Kept {
  readonly subgraph: string;
  readonly json: string;
  readonly bytes: number;
  /** By the clock of the cache. */
  readonly until: number;
}

/** When a read began: what it finds may be older than all that came since. */
export interface Moment {
  readonly epoch: number;
  readonly at: number;
}

/** Of an entry beside its text: object, links and numbers of the list. */
const OVERHEAD = 300;
/** A part of the whole that no single answer may go beyond. */
const LARGEST_PART = 8;

/** What subgraphs answered, in so many bytes of memory; what was not asked for longest goes first. */
export class AnswerCache {
  readonly #most: number;
  readonly #now: () => number;
  #kept: LRUCache<string, Kept>;
  #bytes = new Map<string, number>();
  #epoch = 0;
  #spaces = 0;

  constructor(most: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#now = now;
    this.#kept = this.#empty();
  }

  /** A number that nobody else has, for keys that must not meet those of others. */
  newSpace(): number {
    this.#spaces += 1;
    return this.#spaces;
  }

  moment(): Moment {
    return { epoch: this.#epoch, at: this.#now() };
  }

  find(key: string): string | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || kept.until > this.#now()) return kept?.json;
    this.#kept.delete(key);
    return undefined;
  }

  /** Passes over what is too large, and what was read before all was forgotten. */
  keep(key: string, subgraph: string, json: string, { seconds, since }: { seconds: number; since: Moment }): void {
    // Two bytes a character, as a text has in memory that is not all of Latin letters.
    const bytes = 2 * (key.length + json.length) + OVERHEAD;
    if (since.epoch !== this.#epoch || bytes > this.#most / LARGEST_PART) return;
    this.#kept.set(key, { subgraph, json, bytes, until: since.at + seconds * 1000 });
    this.#bytes.set(subgraph, (this.#bytes.get(subgraph) ?? 0) + bytes);
  }

  /** All at once, and also what reads that are under way would keep. */
  forget(): void {
    this.#epoch += 1;
    this.#kept = this.#empty();
  }

  /** What is kept, by subgraph. */
  bytes(): ReadonlyMap<string, number> {
    return this.#bytes;
  }

  #empty(): LRUCache<string, Kept> {
    const bytesOf = new Map([...this.#bytes.keys()].map((subgraph) => [subgraph, 0]));
    this.#bytes = bytesOf;
    return new LRUCache<string, Kept>({
      maxSize: this.#most,
      sizeCalculation: ({ bytes }) => bytes,
      dispose: ({ subgraph, bytes }) => bytesOf.set(subgraph, bytesOf.get(subgraph)! - bytes),
    });
  }
}
