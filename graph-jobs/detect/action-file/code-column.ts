import { zeroWords } from '#platform/free-memory.js';

const MOST_NARROW = 0xffff;

/** Codes as rows come in: two bytes each until one needs four. */
export class CodeColumn {
  #codes: Uint16Array | Uint32Array = new Uint16Array(1 << 11);

  put(row: number, code: number): void {
    if (code > MOST_NARROW && this.#codes instanceof Uint16Array) this.#move(zeroWords(this.#codes.length));
    this.#codes[row] = code;
  }

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    const narrow = this.#codes instanceof Uint16Array;
    this.#move(narrow ? new Uint16Array(zeroWords((rows + 1) >> 1).buffer, 0, rows) : zeroWords(rows));
  }

  /** Of the first `length` rows; the column is empty afterwards. */
  taken(length: number): Uint16Array | Uint32Array {
    const codes = this.#codes.subarray(0, length);
    this.#codes = new Uint16Array(0);
    return codes;
  }

  #move(codes: Uint16Array | Uint32Array): void {
    codes.set(this.#codes);
    this.#codes = codes;
  }
}
