import { CodedError } from '#domain/errors/coded-error.js';
import type { MeasureOrder } from '#domain/ports/graph-engine.js';

/** A value of one node of a projection, under the number that the server gave the node. */
export interface NodeValue {
  readonly node: number;
  readonly value: number;
}

/** Brings what the server says of its nodes to the positions that the network of the order has them at. */
export class ProjectedNodes {
  readonly #ofAccount = new Map<string, number>();
  readonly #ofNode = new Map<number, number>();
  readonly #nodes: number;

  constructor({ network, accountId }: Pick<MeasureOrder, 'network' | 'accountId'>) {
    this.#nodes = network.nodes;
    for (let position = 0; position < network.nodes; position += 1) this.#ofAccount.set(accountId(position), position);
  }

  /** Each account once; its name is forgotten then. Throws INPUT_CHANGED for one that the order does not have. */
  add(node: number, account: string): void {
    const position = this.#ofAccount.get(account);
    if (position === undefined) throw inputChanged();
    this.#ofAccount.delete(account);
    this.#ofNode.set(node, position);
  }

  /** An empty column and what fills it. */
  column(): { readonly values: Float64Array; take(row: NodeValue): void } {
    const values = new Float64Array(this.#nodes);
    return {
      values,
      take: ({ node, value }) => {
        values[this.#ofNode.get(node)!] = value;
      },
    };
  }
}

/** Whole numbers of any size as labels below the number of nodes. */
export function labelsOf(values: Float64Array): Uint32Array {
  const seen = new Map<number, number>();
  return Uint32Array.from(values, (value) => {
    const label = seen.get(value) ?? seen.size;
    seen.set(value, label);
    return label;
  });
}

export function inputChanged(): CodedError {
  return new CodedError('INPUT_CHANGED', 'mentions of the issue came or went while it was mapped', {
    at: 'engine',
    hint: 'map it again when no import runs, or with --engine in-process, which reads them once',
  });
}
