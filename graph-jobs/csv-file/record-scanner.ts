const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** A quoted field that is still open after this many bytes is taken for a broken quote, not for a long text. */
export const MAX_RECORD_BYTES = 1 << 20;

/**
 * Finds the fields of one CSV record (RFC 4180) in bytes, without making strings. Positions are of the field's content
 * without its quotes. A record with anything else than plain and simply quoted fields in the columns asked for is
 * `unusual`: a full CSV parser should read those bytes.
 */
export class RecordScanner {
  readonly fieldStart: Int32Array;
  readonly fieldEnd: Int32Array;
  /** Fields found, of the `columns` first ones. */
  fields = 0;
  unusual = false;
  /** Line breaks inside quoted fields. */
  innerLines = 0;
  readonly #columns: number;
  readonly #delimiter: number;

  /** Positions are kept of the first `columns` fields only. */
  constructor(columns: number, delimiter: number) {
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.fieldStart = new Int32Array(columns);
    this.fieldEnd = new Int32Array(columns);
  }

  /** Where the next record starts, or -1 when the bytes end before this one does; `last` says that no more will come. */
  scan(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    this.fields = 0;
    this.unusual = false;
    this.innerLines = 0;
    let at = start;
    for (;;) {
      const stop = bytes[at] === QUOTE ? this.#quoted(bytes, at, end, last) : this.#plain(bytes, at, end, last);
      if (stop < 0) return -1;
      if (stop >= end) return end;
      if (bytes[stop] === NEWLINE) return stop + 1;
      at = stop + 1;
    }
  }

  /** The position of the delimiter or line break that ends a field without quotes. */
  #plain(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    const delimiter = this.#delimiter;
    let at = start;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte === delimiter || byte === NEWLINE) break;
      at += 1;
    }
    if (at >= end && !last) return -1;
    this.#keep(start, at > start && bytes[at - 1] === RETURN && bytes[at] !== delimiter ? at - 1 : at);
    return at;
  }

  #quoted(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    let at = start + 1;
    let escaped = false;
    for (;;) {
      while (at < end && bytes[at] !== QUOTE) {
        if (bytes[at] === NEWLINE) this.innerLines += 1;
        at += 1;
      }
      if (at >= end) return -1;
      if (bytes[at + 1] !== QUOTE || at + 1 >= end) break;
      escaped = true;
      at += 2;
    }
    if (at + 1 >= end && !last) return -1;
    const close = at;
    at += 1;
    while (at < end && bytes[at] !== this.#delimiter && bytes[at] !== NEWLINE) at += 1;
    if (at >= end && !last) return -1;
    const trailing = at - close - 1;
    const strange = trailing > 1 || (trailing === 1 && bytes[at - 1] !== RETURN);
    if ((escaped || strange) && this.fields < this.#columns) this.unusual = true;
    this.#keep(start + 1, close);
    return at;
  }

  #keep(start: number, end: number): void {
    if (this.fields >= this.#columns) return;
    this.fieldStart[this.fields] = start;
    this.fieldEnd[this.fields] = end;
    this.fields += 1;
  }
}
