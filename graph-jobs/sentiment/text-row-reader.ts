import { CodedError } from '#domain/errors/coded-error.js';
import type { RejectedRow } from '#domain/ingest-record.js';
import type { Fault, RowTally } from '../csv-file/csv-reader.js';
import type { BytesReader } from '../csv-file/read-csv-file.js';

const NEWLINE = 10;
const RETURN = 13;
const MOST_BYTES = 1 << 20;
const KEPT_REJECTS = 10;
const ID = 'text_id';
const TEXT = 'text';
const HINT = `let the first line name the columns ${ID} and ${TEXT}, or give lines of ${ID}, a tab and the text`;

interface Columns {
  readonly id: number;
  readonly text: number;
  readonly count: number;
}

/**
 * Reads texts with an id from tab-separated lines in UTF-8. Where the first line names text_id and text, in any order and
 * beside others, it tells the columns; where it names neither, there are two: id and text. Quotes are part of the text: many
 * begin with one. Memory is that of one line.
 */
export class TextRowReader implements BytesReader<RowTally> {
  readonly #take: (id: string, text: string) => void;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #rejects: RejectedRow[] = [];
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #columns: Columns | null = null;
  #line = 0;
  #rows = 0;
  #rejected = 0;

  constructor(take: (id: string, text: string) => void) {
    this.#take = take;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, at)) {
      this.#endLine(chunk.subarray(at, end));
      at = end + 1;
    }
    if (at === chunk.length) return;
    this.#pendingBytes += chunk.length - at;
    // Of a line without an end only the size is kept: it is rejected for it. A copy, since the chunk is read into again.
    if (this.#pendingBytes <= MOST_BYTES) this.#pending.push(Buffer.from(chunk.subarray(at)));
  }

  finish(): RowTally {
    if (this.#pendingBytes > 0) this.#endLine(new Uint8Array(0));
    if (this.#columns === null) throw badFile('there is no line in it');
    return { rows: this.#rows, rejected: this.#rejected, rejects: this.#rejects };
  }

  #endLine(rest: Uint8Array): void {
    this.#line += 1;
    const bytes = this.#pendingBytes + rest.length;
    const whole = this.#pendingBytes === 0 ? rest : Buffer.concat([...this.#pending, rest]);
    this.#pending = [];
    this.#pendingBytes = 0;
    const fault = bytes > MOST_BYTES ? { field: '', reason: 'the line has more than 1 MiB' } : this.#read(whole);
    if (fault === null) return;
    this.#rows += 1;
    this.#rejected += 1;
    if (this.#rejects.length < KEPT_REJECTS) this.#rejects.push({ line: this.#line, ...fault });
  }

  /** What is wrong with the line, or null. */
  #read(bytes: Uint8Array): Fault | null {
    const line = this.#decoded(bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes);
    if (line === null) return { field: '', reason: 'the line is not UTF-8' };
    if (line === '') return null;
    const fields = line.split('\t');
    if (this.#columns === null) {
      const named = columnsOf(fields);
      this.#columns = named ?? { id: 0, text: 1, count: 2 };
      if (named !== null) return null;
    }
    const { id, text, count } = this.#columns;
    if (fields.length !== count)
      return { field: '', reason: `${fields.length} columns where ${count} are expected: a tab too few or too many` };
    if (fields[id]!.trim() === '') return { field: ID, reason: 'there is no id' };
    this.#rows += 1;
    this.#take(fields[id]!, fields[text]!);
    return null;
  }

  #decoded(bytes: Uint8Array): string | null {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return null;
    }
  }
}

/** Null where the line is no header. Throws BAD_INPUT_FILE for half of one. */
function columnsOf(fields: readonly string[]): Columns | null {
  const names = fields.map((name) => name.trim().toLowerCase());
  const id = names.indexOf(ID);
  const text = names.indexOf(TEXT);
  if (id >= 0 && text >= 0) return { id, text, count: fields.length };
  if (id >= 0 || text >= 0 || fields.length === 1)
    throw badFile(
      `it has no column ${id >= 0 ? TEXT : ID}; the first line is "${fields.slice(0, 20).join(', ').slice(0, 200)}"`,
    );
  return null;
}

function badFile(message: string): CodedError {
  return new CodedError('BAD_INPUT_FILE', message, { at: 'line 1', hint: HINT });
}
