/**
 * Rows as a list for each field, and `last`, the place of the last one: with the names of 18 fields in each of 5,000 maps,
 * more time goes into packing and unpacking them than into the values.
 */
export function columnsOf<Row>(
  rows: readonly Row[],
  fields: Readonly<Record<string, (row: Row) => unknown>>,
): Record<string, unknown> {
  const columns: Record<string, unknown> = { last: rows.length - 1 };
  for (const [name, read] of Object.entries(fields)) columns[name] = rows.map((row) => read(row));
  return columns;
}
