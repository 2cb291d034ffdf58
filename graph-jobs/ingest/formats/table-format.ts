import type { IngestRecord } from '#domain/ingest-record.js';
import type { SourceFile } from '../read/source-file.js';
import { openTable } from '../read/table.js';
import { Columns } from './columns.js';
import type { Fields } from './compile-source.js';
import { FieldFault } from './field-fault.js';
import type { Format } from './format.js';
import type { FormatOptions } from './format-options.js';
import { convertRows, type ParsedRows } from './parsed-row.js';
import { byColumns, hasColumns } from './recognise.js';

/** A table with columns that a tool has chosen. */
export interface TableFormat {
  /** Sets of columns, any of which tells the format, also from the lines that come before its header. */
  readonly marks: readonly (readonly string[])[];
  /** What people who look into the file find a field of a record under. */
  readonly names: Readonly<Record<string, string>>;
  /** See IngestRow. */
  readonly repeatable?: true;
  /** Makes a function that turns fields into a record; done once a file. The function throws FieldFault. */
  prepare(columns: Columns, options: FormatOptions): (fields: Fields) => IngestRecord;
}

export function tableFormat(format: TableFormat): Format {
  return {
    read: (source, options) => readTable(format, source, options),
    recognise: byColumns(...format.marks),
  };
}

async function* readTable(format: TableFormat, source: SourceFile, options: FormatOptions): ParsedRows {
  const table = await openTable(source, { isHeader: hasColumns(...format.marks) });
  options.notes?.dropPersonal(table.columns);
  const convert = format.prepare(new Columns(table.columns), options);
  const nameField = (field: string) => format.names[field] ?? field;
  for await (const rows of table.rows((fields) => isConvertible(convert, fields)))
    yield convertRows(rows, convert, nameField, format.repeatable);
}

/** Whether a line that a quoted text seems to hold is a row: see RecordFramer. */
export function isConvertible(convert: (fields: Fields) => IngestRecord, fields: Fields): boolean {
  try {
    convert(fields);
    return true;
  } catch (error) {
    if (error instanceof FieldFault) return false;
    throw error;
  }
}
