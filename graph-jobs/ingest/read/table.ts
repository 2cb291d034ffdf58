import Papa from 'papaparse';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Table } from './opened-table.js';
import { type RawRow, type RawRows, WHOLE_FILE } from './raw-row.js';
import { READ_LIMITS, type ReadLimits } from './read-limits.js';
import { type Fields, RecordFramer } from './record-framer.js';
import type { SourceFile } from './source-file.js';
import { findHeader, HEADER_LINES, type IsHeader } from './table-header.js';
import { type LineBlock, readLines } from './text-lines.js';
import { openWorkbook } from './workbook.js';

const DELIMITERS = [',', '\t', ';', '|'];

export interface TableOptions {
  /** Guessed from the header when absent. */
  readonly delimiter?: string | undefined;
  readonly limits?: ReadLimits;
  /** Where lines of another kind come before the header: tells it from them, by its columns. */
  readonly isHeader?: IsHeader;
}

/** Reads the header, the first line that is not empty unless `isHeader` says more. Throws BAD_INPUT_FILE without one. */
export async function openTable(source: SourceFile, options: TableOptions = {}): Promise<Table> {
  const limits = options.limits ?? READ_LIMITS;
  if (source.isWorkbook) return openWorkbook(source, limits, options.isHeader);
  const blocks = readLines(source, limits);
  for await (const block of keepOpen(blocks)) {
    const found = locate(block, options);
    if (found === null && block.firstLine + block.lines.length <= HEADER_LINES) continue;
    if (found === null) break;
    const { at } = found;
    const { delimiter, columns } = readHeader(source, block, at, found.delimiter);
    const rest = from(block, at + 1);
    return {
      columns,
      rows: (isGoodRow) => {
        const framer = new RecordFramer({ delimiter, columns, limits, isGoodRow });
        return rowsOf(source, framer, rest, blocks);
      },
    };
  }
  const missing = options.isHeader === undefined ? 'the file is empty' : NO_HEADER;
  throw new CodedError('BAD_INPUT_FILE', source.damage ?? missing, {
    at: source.path,
    hint: 'a table begins with a line of column names',
  });
}

const NO_HEADER = `none of the first ${HEADER_LINES} lines names the columns of this format`;

function locate(block: LineBlock, { delimiter, isHeader }: TableOptions) {
  if (isHeader === undefined) {
    const at = block.lines.findIndex((line) => line.trim() !== '');
    return at < 0 ? null : { at, delimiter };
  }
  return findHeader(block.lines.slice(0, Math.max(0, HEADER_LINES - block.firstLine + 1)), isHeader);
}

async function* rowsOf(
  source: SourceFile,
  framer: RecordFramer,
  first: LineBlock,
  blocks: AsyncGenerator<LineBlock, void, undefined>,
): RawRows<Fields> {
  let block = first;
  for (;;) {
    const next = await blocks.next();
    const rows: RawRow<Fields>[] = [];
    const done = framer.frame(block, next.done === true, rows);
    if (next.done) {
      const line = block.firstLine + block.lines.length;
      if (source.damage !== null) rows.push({ line, field: WHOLE_FILE, fault: source.damage, raw: '' });
      yield rows;
      return;
    }
    yield rows;
    block = joined(from(block, done), next.value);
  }
}

function readHeader(source: SourceFile, block: LineBlock, at: number, given: string | undefined) {
  const text = block.lines[at]!.replace(/\r$/, '');
  const guessed = Papa.parse<string[]>(
    text,
    given === undefined ? { delimitersToGuess: DELIMITERS } : { delimiter: given },
  );
  const fault = block.faults?.get(at) ?? guessed.errors.find(({ code }) => code !== 'UndetectableDelimiter')?.message;
  const columns = (guessed.data[0] ?? []).map((column) => column.trim());
  if (guessed.data.length > 1)
    throw new CodedError('BAD_INPUT_FILE', 'lines end in a carriage return alone: all of the file is one line', {
      at: source.path,
      hint: "convert it first: tr '\\r' '\\n' < FILE > FILE.lines",
    });
  if (fault !== undefined)
    throw new CodedError('BAD_INPUT_FILE', `the header cannot be read: ${fault}`, {
      at: `${source.path}, line ${block.firstLine + at}`,
      hint: 'a table begins with a line of column names',
    });
  return { delimiter: guessed.meta.delimiter, columns };
}

function from(block: LineBlock, index: number): LineBlock {
  if (index === 0) return block;
  const faults = [...(block.faults ?? [])]
    .filter(([at]) => at >= index)
    .map(([at, fault]) => [at - index, fault] as const);
  return { firstLine: block.firstLine + index, lines: block.lines.slice(index), faults: new Map(faults) };
}

function joined(first: LineBlock, second: LineBlock): LineBlock {
  if (first.lines.length === 0) return second;
  const shift = first.lines.length;
  const faults = new Map(first.faults);
  for (const [at, fault] of second.faults ?? []) faults.set(at + shift, fault);
  return { firstLine: first.firstLine, lines: [...first.lines, ...second.lines], faults };
}

/** Leaving a `for await` ends its generator; this one is read on afterwards. */
function keepOpen<T>(generator: AsyncGenerator<T, void, undefined>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => ({ next: () => generator.next() }) };
}
