import Papa from 'papaparse';
import type { ActionColumns, Behaviour } from '#domain/action.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { RejectedRow } from '#domain/ingest-record.js';
import { ActionBuffer } from './action-buffer.js';
import type { ActionFileMapping } from './action-file-mapping.js';
import { ByteDictionary } from './byte-dictionary.js';
import { MAX_RECORD_BYTES, RecordScanner } from './record-scanner.js';
import { timeOfField } from './time-field.js';

const NEWLINE = 10;
const KEPT_REJECTS = 10;
const TOO_FEW = 'the row has too few columns';
/** Objects of rows that may not pair, see #row: counted down from here, far from the codes of the dictionary. */
const OWN_OBJECT = 0xffffffff;

export interface ActionFile {
  /** `mention` holds the code of the content; actions of one content are the same post. */
  readonly actions: ActionColumns;
  readonly accounts: ByteDictionary;
  readonly objects: ByteDictionary;
  readonly rows: number;
  readonly rejected: number;
  /** The first ten. */
  readonly rejects: readonly RejectedRow[];
  /** Rows whose content id was there before; kept, as CooRTweet does. */
  readonly repeatedContents: number;
}

/**
 * Reads actions from the bytes of a CSV (UTF-8, first record names the columns, comma or tab) as they come in. Memory is
 * that of the actions and the dictionaries, whatever else the rows hold.
 */
export class ActionFileReader {
  readonly #mapping: ActionFileMapping;
  readonly #accounts = new ByteDictionary();
  readonly #objects = new ByteDictionary();
  readonly #contents = new ByteDictionary();
  readonly #buffer = new ActionBuffer();
  readonly #rejects: RejectedRow[] = [];
  #pending: Uint8Array = new Uint8Array(0);
  #scanner: RecordScanner | null = null;
  #delimiter = ',';
  #column = { object: 0, account: 0, time: 0, content: -1 };
  #line = 1;
  #rows = 0;
  #rejected = 0;
  #repeatedContents = 0;
  #ownObjects = 0;

  constructor(mapping: ActionFileMapping) {
    this.#mapping = mapping;
  }

  /** Throws BAD_INPUT_FILE when the header lacks a column of the mapping. */
  push(chunk: Uint8Array): void {
    this.#take(this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]), false);
  }

  finish(behaviour: Behaviour): ActionFile {
    this.#take(this.#pending, true);
    if (this.#scanner === null) throw badFile('there is no header line');
    return {
      actions: this.#columns(behaviour),
      accounts: this.#accounts,
      objects: this.#objects,
      rows: this.#rows,
      rejected: this.#rejected,
      rejects: this.#rejects,
      repeatedContents: this.#repeatedContents,
    };
  }

  #take(bytes: Uint8Array, last: boolean): void {
    let at = 0;
    if (this.#scanner === null) at = this.#header(bytes, last);
    const scanner = this.#scanner;
    while (scanner !== null && at < bytes.length) {
      const next = scanner.scan(bytes, at, bytes.length, last);
      if (next < 0) {
        if (!last && bytes.length - at < MAX_RECORD_BYTES) break;
        at = this.#brokenQuote(bytes, at);
        continue;
      }
      this.#record(scanner, bytes, at, next);
      this.#line += 1 + scanner.innerLines;
      at = next;
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
    this.#delimiter = !line.includes(',') && line.includes('\t') ? '\t' : ',';
    const names = Papa.parse<string[]>(line, { delimiter: this.#delimiter }).data[0] ?? [];
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

  #record(scanner: RecordScanner, bytes: Uint8Array, start: number, end: number): void {
    if (scanner.fields === 1 && scanner.fieldEnd[0]! <= scanner.fieldStart[0]!) return;
    this.#rows += 1;
    if (scanner.unusual) this.#unusual(bytes.subarray(start, end));
    else if (scanner.fields < scanner.fieldStart.length) this.#reject('', TOO_FEW);
    else this.#row(bytes, scanner.fieldStart, scanner.fieldEnd);
  }

  #row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): void {
    const { object, account, time, content } = this.#column;
    const at = timeOfField(bytes, starts[time]!, ends[time]!);
    if (Number.isNaN(at)) return this.#reject('time', 'not Unix seconds or ISO 8601 between 1990 and 2100');
    for (const field of ['object', 'account', 'content'] as const) {
      const column = this.#column[field];
      if (column >= 0 && ends[column]! <= starts[column]!) return this.#reject(field, 'empty');
    }
    const before = this.#contents.length;
    const contentCode =
      content < 0 ? this.#buffer.length : this.#contents.codeOf(bytes, starts[content]!, ends[content]!);
    if (content >= 0 && this.#contents.length === before) this.#repeatedContents += 1;
    const accountCode = this.#accounts.codeOf(bytes, starts[account]!, ends[account]!);
    // CooRTweet lists an original as a share of itself: it counts as participation, and pairs with nothing.
    const own =
      content >= 0 && sameBytes(bytes, starts[object]!, ends[object]!, starts[content]!, ends[content]!)
        ? OWN_OBJECT - this.#ownObjects++
        : -1;
    const objectCode = own >= 0 ? own : this.#objects.codeOf(bytes, starts[object]!, ends[object]!);
    this.#buffer.push(accountCode, objectCode, at, contentCode);
  }

  /** Escaped quotes and other rare forms, read by a full parser and put back as plain fields. */
  #unusual(record: Uint8Array): void {
    const parsed = Papa.parse<string[]>(new TextDecoder().decode(record), { delimiter: this.#delimiter });
    const values = parsed.data[0] ?? [];
    const quotes = parsed.errors.find((error) => error.type === 'Quotes');
    if (quotes !== undefined) return this.#reject('', `broken quotes: ${quotes.message}`);
    if (values.length < (this.#scanner?.fieldStart.length ?? 0)) return this.#reject('', TOO_FEW);
    const fields = values.map((value) => Buffer.from(value));
    const starts = new Int32Array(fields.length + 1);
    for (let i = 0; i < fields.length; i++) starts[i + 1] = starts[i]! + fields[i]!.length;
    this.#row(Buffer.concat(fields), starts, starts.subarray(1));
  }

  /** A quote that never closes would swallow the rest of the file: the line is named, and reading goes on after it. */
  #brokenQuote(bytes: Uint8Array, start: number): number {
    const newline = bytes.indexOf(NEWLINE, start);
    this.#rows += 1;
    this.#reject('', `a quote is opened and not closed within ${MAX_RECORD_BYTES} bytes`);
    this.#line += 1;
    return newline < 0 ? bytes.length : newline + 1;
  }

  #reject(field: string, reason: string): void {
    this.#rejected += 1;
    if (this.#rejects.length < KEPT_REJECTS) this.#rejects.push({ line: this.#line, field, reason });
  }

  #columns(behaviour: Behaviour): ActionColumns {
    const known = this.#objects.length;
    const columns = this.#buffer.columns(behaviour, this.#accounts.length, known + this.#ownObjects);
    for (let row = 0; this.#ownObjects > 0 && row < columns.length; row++) {
      const object = columns.object[row]!;
      if (object >= known) columns.object[row] = known + (OWN_OBJECT - object);
    }
    return columns;
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
