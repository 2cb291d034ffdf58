import type { SpreadWalkStore } from '../ports/spread-walk-store.js';
import type { SpreadEdge, Way } from './spread-edge.js';

type EdgeSource = Pick<SpreadWalkStore, 'degrees' | 'edges' | 'heaviestEdges'>;

/** A walk reads at most so many edges: the amplifiers of two hubs with 100,000 each. */
export const MOST_EDGES = 200_000;

const DEGREES_AT_ONCE = 1_000;
/** One answer of the store: walks through 190,000 edges of one hub then hold a server's thread for less than 100 ms. */
const EDGES_AT_ONCE = 20_000;

/** The first accounts of a frontier, as many as there are edges left to read for. */
export interface Portion {
  readonly accounts: readonly string[];
  readonly degrees: readonly number[];
  readonly edges: number;
  /** Whether it is the whole frontier. */
  readonly whole: boolean;
}

/** Reads edges of one run within a bound. What fits is decided by counts alone, never by the order in which edges come. */
export class EdgeReader {
  readonly #store: EdgeSource;
  readonly #runId: string;
  readonly #most: number;
  #read = 0;

  constructor(store: EdgeSource, runId: string, most: number) {
    this.#store = store;
    this.#runId = runId;
    this.#most = most;
  }

  get read(): number {
    return this.#read;
  }

  get left(): number {
    return this.#most - this.#read;
  }

  async fitting(frontier: readonly string[], ways: readonly Way[]): Promise<Portion> {
    const degrees: number[] = [];
    let edges = 0;
    for (let at = 0; at < frontier.length; at += DEGREES_AT_ONCE) {
      for (const degree of await this.#degrees(frontier.slice(at, at + DEGREES_AT_ONCE), ways)) {
        if (edges + degree > this.left)
          return { accounts: frontier.slice(0, degrees.length), degrees, edges, whole: false };
        degrees.push(degree);
        edges += degree;
      }
    }
    return { accounts: frontier, degrees, edges, whole: true };
  }

  /** The edges of a portion that way, slice by slice. */
  async *edges(
    { accounts, degrees }: Pick<Portion, 'accounts' | 'degrees'>,
    way: Way,
  ): AsyncGenerator<readonly SpreadEdge[]> {
    for (let at = 0; at < accounts.length; ) {
      let end = at;
      for (let sum = 0; end < accounts.length && (end === at || sum + degrees[end]! <= EDGES_AT_ONCE); end += 1)
        sum += degrees[end]!;
      if (end === at + 1) yield* this.heaviest(accounts[at]!, way, degrees[at]!);
      else yield this.#counted(await this.#store.edges(this.#runId, accounts.slice(at, end), way));
      at = end;
    }
  }

  /** The heaviest edges of one account, slice by slice. */
  async *heaviest(accountId: string, way: Way, most: number): AsyncGenerator<readonly SpreadEdge[]> {
    for (let skip = 0; skip < most; skip += EDGES_AT_ONCE) {
      const part = { skip, most: Math.min(EDGES_AT_ONCE, most - skip) };
      const edges = await this.#store.heaviestEdges(this.#runId, accountId, way, part);
      yield this.#counted(edges);
      if (edges.length < part.most) return;
    }
  }

  #counted(edges: readonly SpreadEdge[]): readonly SpreadEdge[] {
    this.#read += edges.length;
    return edges;
  }

  async #degrees(accounts: readonly string[], ways: readonly Way[]): Promise<readonly number[]> {
    const each = await Promise.all(ways.map((way) => this.#store.degrees(this.#runId, accounts, way)));
    return accounts.map((_, at) => each.reduce((sum, degrees) => sum + degrees[at]!, 0));
  }
}
