import { CodedError } from '#domain/errors/coded-error.js';
import type { RejectedRow } from '#domain/ingest-record.js';
import { papa } from './papa.js';
import { MAX_RECORD_BYTES, RecordScanner } from './record-scanner.js';

const NEWLINE = 10;
/** As an import guesses: spreadsheet programs write semicolons where the comma is the decimal mark. */
const DELIMITERS = [',', '\t', ';', '|'];
const KEPT_REJECTS = 10;
/** An object or an array of one: no header of a CSV looks so. */
const JSON_BEGINS = /^\[?\s*\{\s*("|$)/;

export type Fault = Omit<RejectedRow, 'line'>;
const TOO_FEW: Fault = { field: '', reason: 'the row has too few columns' };
const BROKEN_QUOTES: Fault = { field: '', reason: 'a quote is opened that is not closed as CSV asks' };

/** Takes the rows of a CSV as positions in bytes, so that no string is made for a field. */
export interface CsvRows {
  /** The column asked for by each field; null where a file need not have any. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Fields whose column need not be there; a row that is too short for such a column alone is too short all the same. */
  readonly optional?: readonly string[];
  /** What to do where one is not there. */
  readonly hint: string;
  /** Called once, before any row: the position of each field's column among `starts` and `ends`, -1 where there is none. */
  open(column: (field: string) => number): void;
  /** Field i is bytes[starts[i], ends[i]). Keeps the row, or says what is wrong with it. */
  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Fault | null;
  /** Called for each row that is left out, with what stood there: the tally names the first ten alone. */
  readonly rejected?: ((row: RejectedRow, raw: Uint8Array) => void) | undefined;
}

/** What became of the rows of a file. */
export interface RowTally {
  readonly rows: number;
  readonly rejected: number;
  /** The first ten. */
  readonly rejects: readonly RejectedRow[];
}

/**
 * Reads a CSV (UTF-8, first record names the columns and tells the delimiter) as its bytes come in. Memory is that of one
 * record, whatever the file holds.
 */
export class CsvReader {
  readonly #target: CsvRows;
  readonly #rejects: RejectedRow[] = [];
  #pending: Uint8Array = new Uint8Array(0);
  #scanner: RecordScanner | null = null;
  #delimiter = ',';
  #line = 1;
  #rows = 0;
  #rejected = 0;

  constructor(target: CsvRows) {
    this.#target = target;
  }

  /** Throws BAD_INPUT_FILE when the header lacks a column that was asked for. */
  push(chunk: Uint8Array): void {
    this.#take(this.#afterPending(chunk), false);
  }

  finish(): RowTally {
    this.#take(this.#pending, true);
    if (this.#scanner === null) throw badFile('there is no header line');
    return { rows: this.#rows, rejected: this.#rejected, rejects: this.#rejects };
  }

  /** Completes the record that the chunk before ended in, where its next line does; gives the bytes that are left. */
  #afterPending(chunk: Uint8Array): Uint8Array {
    if (this.#pending.length === 0) return chunk;
    const rest = chunk.indexOf(NEWLINE) + 1;
    this.#take(Buffer.concat([this.#pending, chunk.subarray(0, rest)]), false);
    return this.#pending.length === 0 ? chunk.subarray(rest) : Buffer.concat([this.#pending, chunk.subarray(rest)]);
  }

  #take(bytes: Uint8Array, last: boolean): void {
    let at = 0;
    if (this.#scanner === null) at = this.#header(bytes, last);
    const scanner = this.#scanner;
    while (scanner !== null && at < bytes.length) {
      const next = scanner.scan(bytes, at, bytes.length, last);
      if (next < 0) {
        if (!last && bytes.length - at < MAX_RECORD_BYTES) break;
        this.#rows += 1;
      }
      // A quote that never closes, or closes lines below, would swallow good rows: only its first line is given up.
      if (next < 0 || this.#record(scanner, bytes, at, next) === BROKEN_QUOTES) {
        const newline = bytes.indexOf(NEWLINE, at);
        const end = newline < 0 ? bytes.length : newline + 1;
        this.#reject(BROKEN_QUOTES, bytes.subarray(at, end));
        at = end;
        this.#line += 1;
      } else {
        this.#line += 1 + scanner.innerLines;
        at = next;
      }
    }
    // A copy: slice() of a Buffer would be a view of what the next chunk is read into.
    this.#pending = new Uint8Array(bytes.subarray(at));
  }

  #header(bytes: Uint8Array, last: boolean): number {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const newline = bytes.indexOf(NEWLINE, start);
    if (newline < 0 && !last && bytes.length < MAX_RECORD_BYTES) return 0;
    const line = new TextDecoder().decode(bytes.subarray(start, newline < 0 ? bytes.length : newline)).trimEnd();
    if (line === '') throw badFile('there is no header line');
    if (JSON_BEGINS.test(line))
      throw badFile('this is JSON, not a CSV', 'write it as CSV, or take it into a store with "jejaring import"');
    if (line.includes('\0')) throw badFile('the text is not UTF-8', 'save the file as CSV in UTF-8');
    const header = papa().parse<string[]>(line, { delimitersToGuess: DELIMITERS });
    this.#delimiter = header.meta.delimiter;
    const columns = positionsOf(header.data[0] ?? [], this.#target);
    this.#target.open((field) => columns.get(field) ?? -1);
    this.#scanner = new RecordScanner(Math.max(...columns.values()) + 1, this.#delimiter.charCodeAt(0));
    this.#line = 2;
    return newline < 0 ? bytes.length : newline + 1;
  }

  #record(scanner: RecordScanner, bytes: Uint8Array, start: number, end: number): Fault | null {
    if (scanner.fields === 1 && scanner.fieldEnd[0]! <= scanner.fieldStart[0]!) return null;
    this.#rows += 1;
    const fault = scanner.unusual
      ? this.#unusual(bytes.subarray(start, end), scanner.fieldStart.length)
      : scanner.fields < scanner.fieldStart.length
        ? TOO_FEW
        : this.#target.row(bytes, scanner.fieldStart, scanner.fieldEnd);
    // Of broken quotes the first line alone is given up, by the caller.
    if (fault !== null && fault !== BROKEN_QUOTES) this.#reject(fault, bytes.subarray(start, end));
    return fault;
  }

  /** Escaped quotes and other rare forms, read by a full parser and put back as plain fields. */
  #unusual(record: Uint8Array, columns: number): Fault | null {
    const parsed = papa().parse<string[]>(new TextDecoder().decode(record), { delimiter: this.#delimiter });
    const values = parsed.data[0] ?? [];
    if (parsed.errors.some((error) => error.type === 'Quotes')) return BROKEN_QUOTES;
    if (values.length < columns) return TOO_FEW;
    const fields = values.map((value) => Buffer.from(value));
    const starts = new Int32Array(fields.length + 1);
    for (let i = 0; i < fields.length; i++) starts[i + 1] = starts[i]! + fields[i]!.length;
    return this.#target.row(Buffer.concat(fields), starts, starts.subarray(1));
  }

  #reject(fault: Fault, raw: Uint8Array): void {
    this.#rejected += 1;
    this.#target.rejected?.({ line: this.#line, ...fault }, raw);
    if (this.#rejects.length < KEPT_REJECTS) this.#rejects.push({ line: this.#line, ...fault });
  }
}

function positionsOf(names: readonly string[], { columns, optional, hint }: CsvRows): Map<string, number> {
  const isThere = (name: string) => names.some((candidate) => candidate.trim() === name);
  const asked = Object.entries(columns).filter((entry): entry is [string, string] => {
    const [field, name] = entry;
    return name !== null && (optional?.includes(field) !== true || isThere(name));
  });
  return new Map(
    asked.map(([field, name]) => {
      const column = names.findIndex((candidate) => candidate.trim() === name);
      if (column >= 0) return [field, column];
      const there = names.slice(0, 20).join(', ');
      throw badFile(`there is no column "${name}" for ${field}; the columns are ${there}`, hint);
    }),
  );
}

function badFile(message: string, hint = 'give a CSV in UTF-8 whose first line names the columns'): CodedError {
  return new CodedError('BAD_INPUT_FILE', message, { at: 'line 1', hint });
}
