import type { CoActionEdges } from '#domain/detection.js';
import { CodedError } from '#domain/errors/coded-error.js';

/** Grows the columns of a network as its edges come in, to at most `most` of them. */
export class EdgeBuffer {
  #from = new Uint32Array(1 << 10);
  #to = new Uint32Array(1 << 10);
  #weight = new Uint32Array(1 << 10);
  #length = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Throws BAD_PARAMETERS for an edge too many. */
  push(from: number, to: number, weight: number): void {
    if (this.#length === this.#from.length) {
      this.#from = doubled(this.#from);
      this.#to = doubled(this.#to);
      this.#weight = doubled(this.#weight);
    }
    if (this.#length >= this.#most) throw tooMany();
    this.#from[this.#length] = from;
    this.#to[this.#length] = to;
    this.#weight[this.#length] = weight;
    this.#length += 1;
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
