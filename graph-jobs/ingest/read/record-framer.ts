import Papa from 'papaparse';
import { followQuotes } from './quoted-lines.js';
import { type RawRow, WHOLE_ROW } from './raw-row.js';
import type { ReadLimits } from './read-limits.js';
import { LINE_TOO_LONG, type LineBlock } from './text-lines.js';

export type Fields = readonly string[];

export interface TableShape {
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly limits: ReadLimits;
  /**
   * Whether fields make a row that the format would take. A quoted text that holds such rows is no text but a stray
   * quote with good rows behind it.
   */
  readonly isGoodRow: (fields: Fields) => boolean;
}

/** Papa's low-level parser, whose declared type leaves out how it is used. */
interface LineParser {
  parse(text: string, base: number, ignoreLast: boolean): Papa.ParseResult<string[]>;
}

interface Framed {
  readonly row: RawRow<Fields>;
  /** Physical lines that it took. */
  readonly lines: number;
}

/**
 * Makes records of lines. A line that parses alone is a record. One that leaves a quote open is joined with those that
 * follow; where no sound record comes of it, that line alone is rejected, so that one fault costs one row.
 */
export class RecordFramer {
  readonly #parser: LineParser;

  constructor(private readonly shape: TableShape) {
    this.#parser = new Papa.Parser({ delimiter: shape.delimiter, newline: '\n' }) as unknown as LineParser;
  }

  /** Appends the records of a block to `out`; gives the index of the first line that needs lines beyond the block. */
  frame(block: LineBlock, last: boolean, out: RawRow<Fields>[]): number {
    const { lines, faults, firstLine } = block;
    const { delimiter, columns, limits } = this.shape;
    let index = 0;
    while (index < lines.length) {
      const line = lines[index]!;
      if (line.length > limits.fieldLength || line.includes('"') || faults?.has(index)) {
        const framed = this.#frameOne(block, index, last);
        if (framed === null) return index;
        out.push(framed.row);
        index += framed.lines;
        continue;
      }
      index += 1;
      if (line === '' || line === '\r') continue;
      const fields = line.split(delimiter);
      const end = fields.length - 1;
      if (fields[end]!.endsWith('\r')) fields[end] = fields[end]!.slice(0, -1);
      const at = firstLine + index - 1;
      out.push(
        fields.length === columns.length
          ? { line: at, value: fields, text: line }
          : this.#rejected(at, this.#miscount(fields), line),
      );
    }
    return index;
  }

  #frameOne(block: LineBlock, index: number, last: boolean): Framed | null {
    const line = block.firstLine + index;
    const text = block.lines[index]!;
    const fault = block.faults?.get(index);
    if (fault === LINE_TOO_LONG) return { row: this.#rejected(line, fault, text), lines: 1 };
    const alone = this.#parse(text);
    if (alone.state === 'open') {
      const joined = this.#join(block, index, last);
      if (joined !== 'broken') return joined;
    }
    if (fault === undefined && alone.state !== 'whole')
      return { row: this.#rejected(line, 'a quote is not closed or stands in the wrong place', text), lines: 1 };
    return { row: this.#judged(line, alone.fields, text, fault), lines: 1 };
  }

  /** The record that begins at `index` and ends on a later line; null when the block ends before it is known. */
  #join(block: LineBlock, index: number, last: boolean): Framed | 'broken' | null {
    const { delimiter, limits, columns, isGoodRow } = this.shape;
    const most = Math.min(block.lines.length, index + limits.recordLines);
    let size = block.lines[index]!.length;
    let holdsGoodRow = false;
    for (let end = index + 1; end < most; end += 1) {
      const text = block.lines[end]!;
      size += text.length + 1;
      const state = followQuotes(text, delimiter);
      if (state === 'broken' || size > limits.lineBytes || block.faults?.get(end) === LINE_TOO_LONG) return 'broken';
      const alone = this.#parse(text);
      holdsGoodRow ||= alone.state === 'whole' && alone.fields.length === columns.length && isGoodRow(alone.fields);
      if (holdsGoodRow) return 'broken';
      if (state === 'closed') return this.#joined(block, index, end + 1);
    }
    return most < index + limits.recordLines && !last ? null : 'broken';
  }

  #joined(block: LineBlock, index: number, end: number): Framed | 'broken' {
    const text = block.lines.slice(index, end).join('\n');
    const { state, fields } = this.#parse(text);
    if (state !== 'whole' || fields.length !== this.shape.columns.length) return 'broken';
    const line = block.firstLine + index;
    let fault: string | undefined;
    for (let at = index; at < end; at += 1) fault ??= block.faults?.get(at);
    return { row: this.#judged(line, fields, text, fault), lines: end - index };
  }

  #parse(text: string): { state: 'whole' | 'open' | 'broken'; fields: string[] } {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    const { data, errors } = this.#parser.parse(line, 0, false);
    const fields = data[0] ?? [''];
    if (errors.length === 0 && data.length <= 1) return { state: 'whole', fields };
    return { state: errors.every(({ code }) => code === 'MissingQuotes') ? 'open' : 'broken', fields };
  }

  /** A record that is framed: a good row, unless its bytes, its width or the size of a field are at fault. */
  #judged(line: number, fields: Fields, text: string, fault: string | undefined): RawRow<Fields> {
    const { columns, limits } = this.shape;
    if (fault !== undefined) {
      const damaged = fields.findIndex((field) => /[\0\ufffd]/.test(field));
      return this.#rejected(line, fault, text, columns[damaged]);
    }
    if (fields.length !== columns.length) return this.#rejected(line, this.#miscount(fields), text);
    const large = fields.findIndex((field) => field.length > limits.fieldLength);
    if (large < 0) return { line, value: fields, text };
    return this.#rejected(line, `holds more than ${limits.fieldLength} characters`, text, columns[large]);
  }

  #miscount(fields: Fields): string {
    return `has ${fields.length} fields where the header has ${this.shape.columns.length}`;
  }

  #rejected(line: number, fault: string, raw: string, field: string = WHOLE_ROW): RawRow<Fields> {
    // A damaged header may have a column without a name.
    return { line, fault, field: field === '' ? WHOLE_ROW : field, raw };
  }
}
