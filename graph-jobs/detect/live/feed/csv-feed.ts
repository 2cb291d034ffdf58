import Papa from 'papaparse';
import { CodedError } from '#domain/errors/coded-error.js';
import { MAX_RECORD_BYTES, RecordScanner } from '../../../csv-file/record-scanner.js';
import { timeFault, timeOfField } from '../../../csv-file/time-field.js';
import type { ActionFileMapping } from '../../action-file/action-file-mapping.js';
import { type FeedPosition, type FeedReader, type FeedRow, lastBytes, START } from './feed-reader.js';

const NEWLINE = 10;
const DELIMITERS = [',', '\t', ';', '|'];
const FIELDS = ['object', 'account', 'time', 'content'] as const;
const BROKEN_QUOTES = 'a quote is opened that is not closed as CSV asks';
/** So many whole rows, one after the other, stand in no text of a post: the quote before them is a stray one. */
const ROWS_IN_QUOTES = 3;
const decoder = new TextDecoder();

type Field = (typeof FIELDS)[number];

/** Reads a CSV that grows: as ActionFileReader takes its rows, but one by one, since a feed has no end to wait for. */
export class CsvFeed implements FeedReader {
  #pending: Uint8Array = new Uint8Array(0);
  #before: Uint8Array;
  #offset: number;
  #line: number;
  #header: string | null = null;
  #scanner = new RecordScanner(0, 0);
  #delimiter = ',';
  #columns: Partial<Record<Field, number>> = {};
  #inQuotes = false;

  constructor(
    private readonly mapping: ActionFileMapping,
    from: FeedPosition = START,
  ) {
    this.#before = Buffer.from(from.before, 'base64');
    this.#offset = from.offset;
    this.#line = from.line;
    if (from.header !== null) this.#readHeader(from.header);
  }

  get position(): FeedPosition {
    const before = Buffer.from(this.#before).toString('base64');
    return { offset: this.#offset, line: this.#line, header: this.#header, before };
  }

  get unfinished(): number {
    return this.#pending.length;
  }

  get openQuote(): number | null {
    return this.#inQuotes ? this.#line : null;
  }

  /** Throws BAD_INPUT_FILE when the first line lacks a column of the mapping. */
  push(chunk: Uint8Array, last = false): FeedRow[] {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const rows: FeedRow[] = [];
    let at = this.#header === null ? this.#firstLine(bytes, last) : 0;
    while (this.#header !== null && at < bytes.length) {
      const next = this.#scanner.scan(bytes, at, bytes.length, last);
      const stray = this.#swallowsRows(bytes, at);
      this.#inQuotes = next < 0 && this.#scanner.innerLines > 0;
      if (next < 0 && !stray && !last && bytes.length - at < MAX_RECORD_BYTES) break;
      const row = next < 0 || stray ? this.#fault('', BROKEN_QUOTES) : this.#record(bytes, at, next);
      this.#inQuotes = false;
      if (row !== null) rows.push(row);
      // A quote that never closes, or closes lines below, would swallow good rows: only its first line is given up.
      const broken = row !== null && 'reason' in row && row.reason === BROKEN_QUOTES;
      this.#line += broken ? 1 : 1 + this.#scanner.innerLines;
      at = broken ? bytes.indexOf(NEWLINE, at) + 1 || bytes.length : next;
    }
    this.#pending = bytes.slice(at);
    this.#before = lastBytes(this.#before, bytes.subarray(0, at));
    this.#offset += at;
    return rows;
  }

  /**
   * Whether whole good rows stand inside a quoted field of the record that was scanned last, in lines that lie in it wholly: by
   * what is there, so that the pieces in which it came change nothing.
   */
  #swallowsRows(bytes: Uint8Array, start: number): boolean {
    let rows = 0;
    let at = bytes.indexOf(NEWLINE, start) + 1;
    for (let line = 1; line < this.#scanner.innerLines && rows < ROWS_IN_QUOTES; line++) {
      const next = bytes.indexOf(NEWLINE, at) + 1;
      const { data } = Papa.parse<string[]>(decoder.decode(bytes.subarray(at, next - 1)), {
        delimiter: this.#delimiter,
      });
      rows = 'actions' in this.#row((data[0] ?? []).map((value) => Buffer.from(value))) ? rows + 1 : 0;
      at = next;
    }
    return rows === ROWS_IN_QUOTES;
  }

  #firstLine(bytes: Uint8Array, last: boolean): number {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const newline = bytes.indexOf(NEWLINE, start);
    if (newline < 0 && !last && bytes.length < MAX_RECORD_BYTES) return 0;
    const end = newline < 0 ? bytes.length : newline;
    if (last && end === start) return bytes.length;
    this.#readHeader(decoder.decode(bytes.subarray(start, end)).trimEnd());
    this.#line = 2;
    return Math.min(end + 1, bytes.length);
  }

  #readHeader(line: string): void {
    const { data, meta } = Papa.parse<string[]>(line, { delimitersToGuess: DELIMITERS });
    const names = (data[0] ?? []).map((name) => name.trim());
    for (const field of FIELDS) {
      const name = this.mapping[field];
      if (name === undefined) continue;
      this.#columns[field] = names.indexOf(name);
      if (!names.includes(name)) throw noColumn(name, field, names);
    }
    this.#delimiter = meta.delimiter;
    this.#scanner = new RecordScanner(Math.max(...Object.values(this.#columns)) + 1, meta.delimiter.charCodeAt(0));
    this.#header = line;
  }

  #record(bytes: Uint8Array, start: number, end: number): FeedRow | null {
    const { fields, fieldStart, fieldEnd, unusual } = this.#scanner;
    if (fields === 1 && fieldEnd[0]! <= fieldStart[0]!) return null;
    if (unusual) return this.#unusual(bytes.subarray(start, end));
    const columns = Array.from(fieldStart.subarray(0, fields), (from, i) =>
      bytes.subarray(from, Math.max(from, fieldEnd[i]!)),
    );
    return this.#row(columns);
  }

  /** Escaped quotes and other rare forms, read by a full parser. */
  #unusual(record: Uint8Array): FeedRow {
    const { data, errors } = Papa.parse<string[]>(decoder.decode(record), { delimiter: this.#delimiter });
    if (errors.some(({ type }) => type === 'Quotes')) return this.#fault('', BROKEN_QUOTES);
    return this.#row((data[0] ?? []).map((value) => Buffer.from(value)));
  }

  #row(columns: readonly Uint8Array[]): FeedRow {
    if (columns.length <= Math.max(...Object.values(this.#columns))) {
      return this.#fault('', 'the row has too few columns');
    }
    const bytes = (field: Field) => columns[this.#columns[field] ?? -1];
    const at = bytes('time')!;
    const time = timeOfField(at, 0, at.length);
    if (Number.isNaN(time)) return this.#fault('time', timeFault(at, 0, at.length));
    for (const field of FIELDS) if (bytes(field)?.length === 0) return this.#fault(field, 'empty');
    const content = bytes('content');
    return {
      actions: [
        {
          account: decoder.decode(bytes('account')),
          object: decoder.decode(bytes('object')),
          content: content === undefined ? null : decoder.decode(content),
          time,
        },
      ],
    };
  }

  #fault(field: string, reason: string): FeedRow {
    return { line: this.#line, field, reason };
  }
}

function noColumn(name: string, field: Field, names: readonly string[]): CodedError {
  return new CodedError(
    'BAD_INPUT_FILE',
    `there is no column "${name}" for ${field}; the columns are ${names.slice(0, 20).join(', ')}`,
    { at: 'line 1', hint: 'name the columns with --format csv --map' },
  );
}
