import Papa from 'papaparse';

export type TableRow = Readonly<Record<string, string>>;

/** A table in exactly these columns; what a row does not name stays empty. */
export function tableText(columns: readonly string[], rows: readonly TableRow[], delimiter = ','): string {
  for (const row of rows)
    for (const name of Object.keys(row)) if (!columns.includes(name)) throw new Error(`no column ${name}`);
  const data = rows.map((row) => columns.map((name) => row[name] ?? ''));
  return `${Papa.unparse([[...columns], ...data], { delimiter, newline: '\r\n' })}\r\n`;
}
