const FIRST_RUNS = 1 << 11;
/** A run has two words; of shorter ones the codes by themselves take less memory. */
const SHORTEST = 4;

/** Codes of rows as runs of equal ones: a file that is sorted by object has few. */
export class CodeRuns {
  /** The first row of each run, and its code. */
  #words = new Uint32Array(2 * FIRST_RUNS);
  #length = 0;
  #last = -1;
  highest = 0;

  /** False, without keeping it, where the runs have become so short that they are not worth it. */
  put(row: number, code: number): boolean {
    if (code === this.#last) return true;
    if (2 * this.#length === this.#words.length && !this.#grown(row)) return false;
    this.#words[2 * this.#length] = row;
    this.#words[2 * this.#length + 1] = code;
    this.#length += 1;
    this.#last = code;
    if (code > this.highest) this.highest = code;
    return true;
  }

  /** The codes of the first `rows` rows. */
  copyTo(codes: Uint16Array | Uint32Array, rows: number): void {
    const words = this.#words;
    for (let run = 0; run < this.#length; run++) {
      const end = run + 1 < this.#length ? words[2 * run + 2]! : rows;
      codes.fill(words[2 * run + 1]!, words[2 * run]!, end);
    }
  }

  #grown(rows: number): boolean {
    if (rows < SHORTEST * this.#length) return false;
    const words = new Uint32Array(2 * this.#words.length);
    words.set(this.#words);
    this.#words = words;
    return true;
  }
}
