import type { CoActionEdges } from '#domain/detection.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { EdgeSink } from './edge-sink.js';

/** Holds a network: grows its columns as the edges come in, to at most `most` of them. */
export class EdgeBuffer implements EdgeSink {
  #from = new Uint32Array(1 << 10);
  #to = new Uint32Array(1 << 10);
  #weight = new Uint32Array(1 << 10);
  #length = 0;
  readonly #most: number;

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** Throws BAD_PARAMETERS for an edge too many. */
  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void {
    const start = this.#length;
    if (start + length > this.#most) throw tooMany();
    while (start + length > this.#from.length) {
      this.#from = doubled(this.#from);
      this.#to = doubled(this.#to);
      this.#weight = doubled(this.#weight);
    }
    for (let i = 0; i < length; i++) {
      this.#from[start + i] = from;
      this.#to[start + i] = to[i]!;
      this.#weight[start + i] = weight[i]!;
    }
    this.#length += length;
  }

  edges(): CoActionEdges {
    const length = this.#length;
    return {
      length,
      from: this.#from.subarray(0, length),
      to: this.#to.subarray(0, length),
      weight: this.#weight.subarray(0, length),
    };
  }
}

function doubled(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}

function tooMany(): CodedError {
  return new CodedError('BAD_PARAMETERS', 'more pairs of accounts are kept than can be grouped', {
    at: 'parameters.minWeight',
    hint: 'raise the minimum weight or participation, or take a shorter window',
  });
}
