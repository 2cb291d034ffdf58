import { CodedError } from '#domain/errors/coded-error.js';
import type { SourceFile } from '../read/source-file.js';
import { openTable } from '../read/table.js';
import { compileMapping } from './compile-mapping.js';
import { columnIndex } from './compile-source.js';
import type { CsvMapping } from './csv-mapping.js';
import type { FormatOptions } from './format-options.js';
import { mappedColumns } from './mapped-columns.js';
import { convertRows, type ParsedRows } from './parsed-row.js';
import { isConvertible } from './table-format.js';

/** Reads any CSV or TSV file by a mapping. Throws BAD_MAPPING, also when the mapping names a column that is not there. */
export async function* readCsv(source: SourceFile, options: FormatOptions): ParsedRows {
  const { mapping } = options;
  if (mapping === undefined)
    throw new CodedError('BAD_MAPPING', 'the format csv needs a mapping', {
      at: '--map',
      hint: 'see docs/import-formats.md',
    });
  yield* readMapped(source, mapping, options);
}

/** Reads a table by a mapping that a format brings along. */
export async function* readMapped(source: SourceFile, mapping: CsvMapping, options: FormatOptions): ParsedRows {
  const table = await openTable(source, { delimiter: mapping.delimiter });
  options.notes?.dropPersonal(table.columns);
  const convert = compileMapping(mapping, columnIndex(table.columns), options);
  const nameField = mappedColumns(mapping);
  for await (const rows of table.rows((fields) => isConvertible(convert, fields)))
    yield convertRows(rows, convert, nameField);
}
