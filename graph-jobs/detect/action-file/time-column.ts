import { zeroWords } from '#platform/free-memory.js';

const SECOND = 1000;

/** Times in steps of `stepMs` after 1970. */
export interface TimeSteps {
  readonly steps: Uint32Array | Float64Array;
  readonly stepMs: number;
}

/** Times as rows come in: whole seconds, four bytes each, until one has a fraction; then milliseconds. */
export class TimeColumn {
  #seconds: Uint32Array | null = new Uint32Array(1 << 11);
  #milliseconds = new Float64Array(0);

  get capacity(): number {
    return this.#seconds?.length ?? this.#milliseconds.length;
  }

  put(row: number, time: number): void {
    if (this.#seconds !== null) {
      const second = Math.floor(time / SECOND);
      if (second * SECOND === time) {
        this.#seconds[row] = second;
        return;
      }
      this.#milliseconds = Float64Array.from(this.#seconds, (earlier) => earlier * SECOND);
      this.#seconds = null;
    }
    this.#milliseconds[row] = time;
  }

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    if (this.#seconds !== null) {
      const seconds = zeroWords(rows);
      seconds.set(this.#seconds);
      this.#seconds = seconds;
    } else {
      const milliseconds = new Float64Array(zeroWords(2 * rows).buffer, 0, rows);
      milliseconds.set(this.#milliseconds);
      this.#milliseconds = milliseconds;
    }
  }

  /** Of the first `length` rows; the column is empty afterwards. */
  taken(length: number): TimeSteps {
    const steps = this.#seconds ?? this.#milliseconds;
    const stepMs = this.#seconds === null ? 1 : SECOND;
    this.#seconds = null;
    this.#milliseconds = new Float64Array(0);
    return { steps: steps.subarray(0, length), stepMs };
  }
}
