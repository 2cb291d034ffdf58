import { CodedError } from '#domain/errors/coded-error.js';
import type { RejectedRow } from '#domain/ingest-record.js';
import type { ActionFileMapping } from './action-file-mapping.js';
import { ActionRows } from './action-rows.js';
import { ByteDictionary } from './byte-dictionary.js';
import { papa } from './papa.js';
import { MAX_RECORD_BYTES, RecordScanner } from './record-scanner.js';
import { timeOfField } from './time-field.js';

const NEWLINE = 10;
/** As an import guesses: spreadsheet programs write semicolons where the comma is the decimal mark. */
const DELIMITERS = [',', '\t', ';', '|'];
const KEPT_REJECTS = 10;

type Fault = Omit<RejectedRow, 'line'>;
const TOO_FEW: Fault = { field: '', reason: 'the row has too few columns' };
const BROKEN_QUOTES: Fault = { field: '', reason: 'a quote is opened that is not closed as CSV asks' };
const BAD_TIME: Fault = { field: 'time', reason: 'not Unix seconds or ISO 8601 between 1990 and 2100' };

export interface ReadTally {
  /** Rows that were read, good and bad. */
  readonly rows: number;
  readonly rejected: number;
  /** The first ten. */
  readonly rejects: readonly RejectedRow[];
}

/** A file as it was read: ids of accounts and contents have no codes yet. */
export interface ActionRowsFile extends ReadTally {
  readonly columns: ActionRows;
  readonly objects: ByteDictionary;
}

/**
 * Reads actions from the bytes of a CSV (UTF-8, first record names the columns and tells the delimiter) as they come in.
 * Memory is that of the actions and the dictionaries, whatever else the rows hold.
 */
export class ActionFileReader {
  readonly #mapping: ActionFileMapping;
  readonly #emptyObjects: boolean;
  readonly #objects = new ByteDictionary();
  readonly #columns: ActionRows;
  readonly #rejects: RejectedRow[] = [];
  #pending: Uint8Array = new Uint8Array(0);
  #scanner: RecordScanner | null = null;
  #delimiter = ',';
  #column = { object: 0, account: 0, time: 0, content: -1 };
  #line = 1;
  #rows = 0;
  #rejected = 0;

  /** An empty text is no fault of its row, as an empty link or hashtag is: `emptyObjects` takes it for an object. */
  constructor(mapping: ActionFileMapping, { emptyObjects = false } = {}) {
    this.#mapping = mapping;
    this.#columns = new ActionRows(mapping.content !== undefined);
    this.#emptyObjects = emptyObjects;
  }

  /** `share` of the file has been read with this chunk. Throws BAD_INPUT_FILE when the header lacks a column of the mapping. */
  push(chunk: Uint8Array, share = 1): void {
    this.#take(this.#afterPending(chunk), false);
    this.#columns.expect(share);
  }

  finish(): ActionRowsFile {
    this.#take(this.#pending, true);
    if (this.#scanner === null) throw badFile('there is no header line');
    return {
      columns: this.#columns,
      objects: this.#objects,
      rows: this.#rows,
      rejected: this.#rejected,
      rejects: this.#rejects,
    };
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
        if (next < 0) this.#reject(BROKEN_QUOTES);
        const newline = bytes.indexOf(NEWLINE, at);
        at = newline < 0 ? bytes.length : newline + 1;
        this.#line += 1;
      } else {
        this.#line += 1 + scanner.innerLines;
        at = next;
      }
    }
    this.#pending = bytes.slice(at);
  }

  #header(bytes: Uint8Array, last: boolean): number {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const newline = bytes.indexOf(NEWLINE, start);
    if (newline < 0 && !last && bytes.length < MAX_RECORD_BYTES) return 0;
    const line = new TextDecoder().decode(bytes.subarray(start, newline < 0 ? bytes.length : newline)).trimEnd();
    if (line === '') throw badFile('there is no header line');
    if (line.includes('\0')) throw badFile('the text is not UTF-8', 'save the file as CSV in UTF-8');
    const header = papa().parse<string[]>(line, { delimitersToGuess: DELIMITERS });
    const names = header.data[0] ?? [];
    this.#delimiter = header.meta.delimiter;
    const column = (field: keyof ActionFileMapping) => columnOf(names, this.#mapping[field], field);
    this.#column = {
      object: column('object'),
      account: column('account'),
      time: column('time'),
      content: this.#mapping.content === undefined ? -1 : column('content'),
    };
    this.#scanner = new RecordScanner(Math.max(...Object.values(this.#column)) + 1, this.#delimiter.charCodeAt(0));
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
        : this.#row(bytes, scanner.fieldStart, scanner.fieldEnd);
    if (fault !== null) this.#reject(fault);
    return fault;
  }

  /** Keeps the action of a row, or says what is wrong with it. */
  #row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Fault | null {
    const { object, account, time, content } = this.#column;
    const at = timeOfField(bytes, starts[time]!, ends[time]!);
    if (Number.isNaN(at)) return BAD_TIME;
    if (ends[object]! <= starts[object]! && !this.#emptyObjects) return { field: 'object', reason: 'empty' };
    if (ends[account]! <= starts[account]!) return { field: 'account', reason: 'empty' };
    if (content >= 0 && ends[content]! <= starts[content]!) return { field: 'content', reason: 'empty' };
    this.#columns.accounts.push(bytes, starts[account]!, ends[account]!);
    if (content >= 0) this.#columns.contents?.push(bytes, starts[content]!, ends[content]!);
    // CooRTweet lists an original as a share of itself: it counts as participation, and pairs with nothing.
    const own = content >= 0 && sameBytes(bytes, starts[object]!, ends[object]!, starts[content]!, ends[content]!);
    if (own) this.#columns.pushOwn(at);
    else this.#columns.push(this.#objects.codeOf(bytes, starts[object]!, ends[object]!), at);
    return null;
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
    return this.#row(Buffer.concat(fields), starts, starts.subarray(1));
  }

  #reject(fault: Fault): void {
    this.#rejected += 1;
    if (this.#rejects.length < KEPT_REJECTS) this.#rejects.push({ line: this.#line, ...fault });
  }
}

function columnOf(names: readonly string[], name: string | undefined, field: string): number {
  const column = names.findIndex((candidate) => candidate.trim() === name);
  if (column >= 0) return column;
  throw badFile(
    `there is no column "${name}" for ${field}; the columns are ${names.slice(0, 20).join(', ')}`,
    'name the columns with --format csv --map',
  );
}

function badFile(message: string, hint = 'give a CSV in UTF-8 whose first line names the columns'): CodedError {
  return new CodedError('BAD_INPUT_FILE', message, { at: 'line 1', hint });
}

function sameBytes(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let i = start, j = otherStart; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
  return true;
}
