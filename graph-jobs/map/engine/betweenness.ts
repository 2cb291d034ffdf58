import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Adjacency, spreadFrom } from '#domain/adjacency.js';
import type { Betweenness } from '#domain/network-measures.js';
import type { SpreadNetwork } from '#domain/spread-map.js';

export interface BetweennessOptions {
  readonly sources: number;
  readonly seed: number;
}

/**
 * Betweenness along the directed edges, each of length 1 (Brandes 2001). Accounts that nobody amplified begin no path and
 * are left out; of the others all are followed, or so many drawn uniformly (Brandes & Pich 2007), the sum then scaled to
 * all of them. A source costs as much as what can be reached from it. `onSource` may throw to stop.
 */
export function betweennessOf(
  network: Pick<SpreadNetwork, 'nodes' | 'source' | 'target'>,
  { sources, seed }: BetweennessOptions,
  onSource: (done: number, total: number) => void = () => undefined,
): Betweenness {
  const adjacency = spreadFrom(network);
  const { start } = adjacency;
  const beginning = Uint32Array.from({ length: network.nodes }, (_, node) => node).filter(
    (node) => start[node + 1]! > start[node]!,
  );
  const chosen = sources >= beginning.length ? beginning : sample(beginning, sources, seed);
  const value = new Float64Array(network.nodes);
  const search = new PathSearch(adjacency, network.nodes);
  chosen.forEach((source, done) => {
    onSource(done, chosen.length);
    search.addPathsFrom(source, value);
  });
  if (chosen.length === beginning.length) return { value, sampling: 'ALL', sources: network.nodes };
  const scale = beginning.length / chosen.length;
  return { value: value.map((sum) => sum * scale), sampling: 'UNIFORM', sources: chosen.length };
}

/** The first steps of a Fisher-Yates shuffle. */
function sample(from: Uint32Array, size: number, seed: number): Uint32Array {
  const left = from.slice();
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i < size; i += 1) {
    const pick = uniformInt(generator, i, left.length - 1);
    [left[i], left[pick]] = [left[pick]!, left[i]!];
  }
  return left.slice(0, size).sort();
}

const UNSEEN = -1;

/** One search after the other over arrays that are cleaned where they were used, and nowhere else. */
class PathSearch {
  readonly #distance: Int32Array;
  readonly #paths: Float64Array;
  readonly #dependency: Float64Array;
  /** Nodes in the order in which they were reached. */
  readonly #reached: Uint32Array;

  constructor(
    private readonly adjacency: Adjacency,
    nodes: number,
  ) {
    this.#distance = new Int32Array(nodes).fill(UNSEEN);
    this.#paths = new Float64Array(nodes);
    this.#dependency = new Float64Array(nodes);
    this.#reached = new Uint32Array(nodes);
  }

  addPathsFrom(source: number, sum: Float64Array): void {
    const count = this.#breadthFirst(source);
    const { start, neighbour } = this.adjacency;
    for (let i = count - 1; i >= 0; i -= 1) {
      const node = this.#reached[i]!;
      let dependency = 0;
      for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
        const next = neighbour[edge]!;
        if (this.#distance[next] !== this.#distance[node]! + 1) continue;
        dependency += (this.#paths[node]! / this.#paths[next]!) * (1 + this.#dependency[next]!);
      }
      this.#dependency[node] = dependency;
      if (node !== source) sum[node]! += dependency;
    }
    for (let i = 0; i < count; i += 1) {
      const node = this.#reached[i]!;
      this.#distance[node] = UNSEEN;
      this.#paths[node] = 0;
    }
  }

  #breadthFirst(source: number): number {
    const { start, neighbour } = this.adjacency;
    this.#distance[source] = 0;
    this.#paths[source] = 1;
    this.#reached[0] = source;
    let count = 1;
    for (let i = 0; i < count; i += 1) {
      const node = this.#reached[i]!;
      for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
        const next = neighbour[edge]!;
        if (this.#distance[next] === UNSEEN) {
          this.#distance[next] = this.#distance[node]! + 1;
          this.#reached[count] = next;
          count += 1;
        }
        if (this.#distance[next] === this.#distance[node]! + 1) this.#paths[next]! += this.#paths[node]!;
      }
    }
    return count;
  }
}
