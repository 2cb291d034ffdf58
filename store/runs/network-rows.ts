import type { NetworkColumns } from '#domain/ports/run-store.js';
import { WordColumn } from '../issues/columns/growing-columns.js';

/** Collects the spread network of a run while its rows come out of a store, each account before its edges. */
export class NetworkRows<Key extends string | number> {
  readonly #onRows: ((rows: number) => void) | undefined;
  readonly #places = new Map<Key, number>();
  readonly #ids: string[] = [];
  readonly #community = new WordColumn();
  readonly #source = new WordColumn();
  readonly #target = new WordColumn();
  readonly #weight = new WordColumn();

  constructor(onRows?: (rows: number) => void) {
    this.#onRows = onRows;
  }

  addAccount(key: Key, id: string, community: number): void {
    this.#places.set(key, this.#ids.length);
    this.#ids.push(id);
    this.#community.push(community);
  }

  addEdge(source: Key, target: Key, weight: number): void {
    this.#source.push(this.#places.get(source)!);
    this.#target.push(this.#places.get(target)!);
    this.#weight.push(weight);
  }

  /** Between two slices. */
  tell(): void {
    this.#onRows?.(this.#ids.length + this.#weight.length);
  }

  /** In an order that no store colours: accounts by id, edges by (source, target). */
  build(): NetworkColumns {
    const ids = this.#ids;
    const order = Uint32Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
    const place = new Uint32Array(ids.length);
    order.forEach((row, at) => {
      place[row] = at;
    });
    const community = this.#community.values();
    const source = this.#source.values().map((row) => place[row]!);
    const target = this.#target.values().map((row) => place[row]!);
    const weight = this.#weight.values();
    const edges = Uint32Array.from(weight.keys()).sort((a, b) => source[a]! - source[b]! || target[a]! - target[b]!);
    return {
      accounts: Array.from(order, (row) => ids[row]!),
      community: order.map((row) => community[row]!),
      source: edges.map((edge) => source[edge]!),
      target: edges.map((edge) => target[edge]!),
      weight: edges.map((edge) => weight[edge]!),
    };
  }
}
