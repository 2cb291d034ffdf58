import { zeroWords } from '#platform/free-memory.js';
import { CodeRuns } from './code-runs.js';

const MOST_NARROW = 0xffff;

/** Codes as rows come in: the runs of equal ones while these are few, then two bytes each until one needs four. */
export class CodeColumn {
  #runs: CodeRuns | null = new CodeRuns();
  #room = 1 << 11;
  #codes: Uint16Array | Uint32Array = new Uint16Array(0);

  put(row: number, code: number): void {
    if (this.#runs !== null) {
      if (this.#runs.put(row, code)) return;
      this.#expand(row, this.#runs);
    }
    if (code > MOST_NARROW && this.#codes instanceof Uint16Array) this.#move(zeroWords(this.#codes.length));
    this.#codes[row] = code;
  }

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    this.#room = rows;
    if (this.#runs === null) this.#move(this.#codes instanceof Uint16Array ? narrowCodes(rows) : zeroWords(rows));
  }

  /** Of the first `length` rows; the column is empty afterwards. */
  taken(length: number): Uint16Array | Uint32Array {
    if (this.#runs !== null) this.#expand(length, this.#runs);
    const codes = this.#codes.subarray(0, length);
    this.#codes = new Uint16Array(0);
    return codes;
  }

  /** Of the first `length` rows. */
  #expand(length: number, runs: CodeRuns): void {
    this.#codes = runs.highest > MOST_NARROW ? zeroWords(this.#room) : narrowCodes(this.#room);
    runs.copyTo(this.#codes, length);
    this.#runs = null;
  }

  #move(codes: Uint16Array | Uint32Array): void {
    codes.set(this.#codes);
    this.#codes = codes;
  }
}

function narrowCodes(rows: number): Uint16Array {
  return new Uint16Array(zeroWords((rows + 1) >> 1).buffer, 0, rows);
}
