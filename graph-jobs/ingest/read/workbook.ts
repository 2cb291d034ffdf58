import { readFile } from 'node:fs/promises';
import { type CellValue, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Table } from './opened-table.js';
import { type RawRow, type RawRows, WHOLE_FILE } from './raw-row.js';
import type { ReadLimits } from './read-limits.js';
import type { Fields } from './record-framer.js';
import type { SourceFile } from './source-file.js';
import { HEADER_LINES, type IsHeader } from './table-header.js';
import { mustBeSafeArchive, WORKBOOK_LIMITS } from './workbook-archive.js';

const BATCH = 1000;
/** Sheets among which the one with the header is looked for. */
const MOST_SHEETS = 10;

type SheetRows = AsyncGenerator<StreamRow, void, undefined>;

/**
 * Opens the first sheet of an Excel workbook that has the header: cells as text, times as Excel shows them, without zone.
 * `line` of a row is its row in the sheet. Throws BAD_INPUT_FILE for what is no workbook, too large, or without header.
 */
export async function openWorkbook(
  source: SourceFile,
  limits: ReadLimits,
  isHeader: IsHeader = (columns) => columns.some((column) => column !== ''),
): Promise<Table> {
  const bytes = await readWorkbook(source);
  try {
    for (let sheet = 0; sheet < MOST_SHEETS; sheet += 1) {
      const rows = streamXlsxRows(bytes, { sheet });
      const columns = await headerOf(rows, isHeader);
      if (columns !== null) return { columns, rows: () => rowsOf(source, rows, columns, limits) };
      await rows.return();
    }
  } catch (cause) {
    throw unreadable(source, cause as Error);
  }
  throw new CodedError('BAD_INPUT_FILE', `no sheet names the columns in its first ${HEADER_LINES} rows`, {
    at: source.path,
    hint: 'a sheet begins with a row of column names; jejaring template writes one',
  });
}

/** The first rows of each sheet, as text: what a format is told by. */
export async function workbookHeads(source: SourceFile): Promise<string[][][]> {
  const bytes = await readWorkbook(source);
  const heads: string[][][] = [];
  try {
    for (let sheet = 0; sheet < MOST_SHEETS; sheet += 1) {
      const head: string[][] = [];
      for await (const { values } of streamXlsxRows(bytes, { sheet, maxRows: HEADER_LINES }))
        head.push(values.map((value) => cellText(value).trim()));
      heads.push(head);
    }
  } catch (cause) {
    throw unreadable(source, cause as Error);
  }
  return heads;
}

async function readWorkbook(source: SourceFile): Promise<Buffer> {
  if (source.bytes > WORKBOOK_LIMITS.fileBytes)
    throw new CodedError('BAD_INPUT_FILE', `the workbook is larger than ${WORKBOOK_LIMITS.fileBytes} bytes`, {
      at: source.path,
      hint: 'save the sheet as CSV (UTF-8): a text file may have any size',
    });
  const bytes = await readFile(source.path);
  await mustBeSafeArchive(source.path, bytes);
  source.bytesRead = source.bytes;
  return bytes;
}

async function headerOf(rows: SheetRows, isHeader: IsHeader): Promise<string[] | null> {
  for (let seen = 0; seen < HEADER_LINES; seen += 1) {
    const { done, value } = await rows.next();
    if (done) return null;
    const columns = value.values.map((cell) => cellText(cell).trim());
    while (columns.at(-1) === '') columns.pop();
    if (isHeader(columns)) return columns;
  }
  return null;
}

async function* rowsOf(
  source: SourceFile,
  rows: SheetRows,
  columns: readonly string[],
  limits: ReadLimits,
): RawRows<Fields> {
  let batch: RawRow<Fields>[] = [];
  let line = 1;
  try {
    for await (const { index, values } of rows) {
      line = index + 1;
      const fields = columns.map((_, at) => cellText(values[at] ?? null));
      if (fields.every((field) => field === '')) continue;
      batch.push(judged(line, fields, columns, limits));
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    source.damage = `the sheet cannot be read on: ${(error as Error).message}`;
    batch.push({ line: line + 1, field: WHOLE_FILE, fault: source.damage, raw: '' });
  }
  yield batch;
}

function judged(line: number, fields: Fields, columns: readonly string[], limits: ReadLimits): RawRow<Fields> {
  const large = fields.findIndex((field) => field.length > limits.fieldLength);
  if (large < 0) return { line, value: fields };
  const fault = `holds more than ${limits.fieldLength} characters`;
  return { line, fault, field: columns[large]!, raw: fields };
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : shown(value);
  // Excel keeps 15 digits: a longer number is not what was typed, and the exponent says so to whoever reads an id.
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return value.toExponential();
  return String(value);
}

function shown(time: Date): string {
  return new Date(Math.round(time.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

function unreadable(source: SourceFile, cause: Error): CodedError {
  return new CodedError('BAD_INPUT_FILE', `${source.path} cannot be read as a workbook: ${cause.message}`, {
    at: source.path,
    hint: 'open it, save the sheet as CSV (UTF-8), and give that file',
    cause,
  });
}
