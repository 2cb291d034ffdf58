import type { CoActionEdges } from '#domain/detection.js';

/** Gathers edges in the order in which they come. */
export class EdgeList {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #weight: number[] = [];

  push(from: number, to: number, weight: number): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#weight.push(weight);
  }

  edges(): CoActionEdges {
    const [from, to, weight] = [this.#from, this.#to, this.#weight].map((column) => Uint32Array.from(column));
    return { length: from!.length, from: from!, to: to!, weight: weight! };
  }
}
