import type { StringColumn } from '#domain/mention-columns.js';
import type { EdgeSink } from '#graph-jobs/detect/edge-sink.js';

const HEAVIEST = 10;

export interface HeavyPair {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** Counts a network as it comes in, and passes it on. */
export class NetworkTally implements EdgeSink {
  edges = 0;
  pairsOfPosts = 0;
  readonly #inNetwork: Uint8Array;
  readonly #heaviest: { readonly from: number; readonly to: number; readonly weight: number }[] = [];
  /** What an edge must exceed to be among the heaviest. */
  #bar = 0;

  constructor(
    private readonly ids: StringColumn,
    private readonly next: readonly EdgeSink[],
  ) {
    this.#inNetwork = new Uint8Array(ids.length);
  }

  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void {
    const inNetwork = this.#inNetwork;
    let pairs = 0;
    for (let i = 0; i < length; i++) {
      pairs += weight[i]!;
      inNetwork[to[i]!] = 1;
      if (weight[i]! > this.#bar) this.#rank(from, to[i]!, weight[i]!);
    }
    inNetwork[from] = 1;
    this.edges += length;
    this.pairsOfPosts += pairs;
    for (const sink of this.next) sink.take(from, to, weight, length);
  }

  get accountsInNetwork(): number {
    return this.#inNetwork.reduce((sum, mark) => sum + mark, 0);
  }

  /** Heaviest first, of equal ones the first in the network. */
  heaviest(): HeavyPair[] {
    return this.#heaviest.map(({ from, to, weight }) => ({ from: this.ids.at(from), to: this.ids.at(to), weight }));
  }

  #rank(from: number, to: number, weight: number): void {
    const top = this.#heaviest;
    const at = top.findIndex((other) => other.weight < weight);
    top.splice(at < 0 ? top.length : at, 0, { from, to, weight });
    if (top.length > HEAVIEST) top.pop();
    if (top.length === HEAVIEST) this.#bar = top[HEAVIEST - 1]!.weight;
  }
}
