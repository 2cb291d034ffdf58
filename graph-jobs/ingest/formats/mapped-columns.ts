import type { CsvMapping, ListSource, TextSource, TimeSource } from './csv-mapping.js';

/**
 * Names the columns of a table that a field of a record comes from, since people look for a fault in their sheet; the
 * field itself where it comes from no column.
 */
export function mappedColumns(mapping: CsvMapping): (field: string) => string {
  return (field) => {
    let source: unknown = mapping;
    for (const part of field.split('.')) source = (source as Readonly<Record<string, unknown>> | undefined)?.[part];
    const columns = source === undefined ? [] : columnsOf(source as TextSource | TimeSource | ListSource);
    return columns.length === 0 ? field : [...new Set(columns)].join(', ');
  };
}

function columnsOf(source: TextSource | TimeSource | ListSource): string[] {
  if ('firstOf' in source) return source.firstOf.flatMap(columnsOf);
  return 'column' in source ? [source.column] : [];
}
