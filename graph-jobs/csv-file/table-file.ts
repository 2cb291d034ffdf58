import { closeOutput, openOutput, writeAll } from './output-file.js';

const AT_ONCE = 1 << 16;
const DIGITS = 12;

/** A column of a table that is written: its name, and its value in each row. A null or NaN is left empty. */
export interface TableColumn<Row = number> {
  readonly name: string;
  at(row: Row): string | number | null;
}

/** Writes `rows` as a CSV, in their order. Throws BAD_INPUT_FILE when the file cannot be written; `what` names the results. */
export function writeTable<Row>(
  path: string,
  what: string,
  columns: readonly TableColumn<Row>[],
  rows: Iterable<Row>,
): void {
  const file = openOutput(path, what);
  try {
    let text = `${columns.map(({ name }) => name).join(',')}\n`;
    for (const row of rows) {
      for (let i = 0; i < columns.length; i++) text += (i === 0 ? '' : ',') + csvField(columns[i]!.at(row));
      text += '\n';
      if (text.length < AT_ONCE) continue;
      writeAll(file, Buffer.from(text));
      text = '';
    }
    writeAll(file, Buffer.from(text));
  } finally {
    closeOutput(file);
  }
}

/** Shares and means to twelve digits: the last ones of a sum hang on the order of its parts. */
export function csvField(value: string | number | null): string {
  if (typeof value === 'string') return /[,"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  if (value === null || Number.isNaN(value)) return '';
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));
}
