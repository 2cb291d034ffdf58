import type { EdgeReader, Portion } from './edge-reader.js';
import { farEnd, nearEnd, type SpreadEdge, type Way } from './spread-edge.js';

/** One end of a search: the accounts that it has reached, level by level, and how. */
export class PathSide {
  readonly way: Way;
  readonly origin: string;
  readonly #reader: EdgeReader;
  /** Of each account, the heaviest weakest step of the shortest paths to it. */
  readonly #width: Map<string, number>;
  /** Of each account, the edges to it from the level before. */
  readonly #nearer = new Map<string, SpreadEdge[]>();
  #frontier: readonly string[];
  #depth = 0;
  #portion: Portion | null = null;

  constructor(reader: EdgeReader, origin: string, way: Way) {
    this.#reader = reader;
    this.origin = origin;
    this.way = way;
    this.#frontier = [origin];
    this.#width = new Map([[origin, Number.POSITIVE_INFINITY]]);
  }

  /** The accounts reached last. */
  get frontier(): readonly string[] {
    return this.#frontier;
  }

  get depth(): number {
    return this.#depth;
  }

  has(account: string): boolean {
    return this.#width.has(account);
  }

  widthOf(account: string): number {
    return this.#width.get(account) ?? 0;
  }

  /** The last steps of the shortest paths to an account. */
  nearer(account: string): readonly SpreadEdge[] {
    return this.#nearer.get(account) ?? [];
  }

  /** Edges to read for the next level; infinite where they are more than are left. */
  async cost(): Promise<number> {
    this.#portion ??= await this.#reader.fitting(this.#frontier, [this.way]);
    return this.#portion.whole && this.#portion.edges <= this.#reader.left
      ? this.#portion.edges
      : Number.POSITIVE_INFINITY;
  }

  /** Reaches the next level; ask for its cost before. */
  async expand(): Promise<void> {
    const reached = new Map<string, number>();
    for await (const slice of this.#reader.edges(this.#portion!, this.way))
      for (const edge of slice) {
        const account = farEnd(edge, this.way);
        if (this.#width.has(account)) continue;
        const width = Math.min(edge.weight, this.widthOf(nearEnd(edge, this.way)));
        reached.set(account, Math.max(reached.get(account) ?? 0, width));
        const steps = this.#nearer.get(account);
        if (steps) steps.push(edge);
        else this.#nearer.set(account, [edge]);
      }
    for (const [account, width] of reached) this.#width.set(account, width);
    this.#frontier = [...reached.keys()];
    this.#portion = null;
    this.#depth += 1;
  }
}
