import Papa from 'papaparse';

/** Physical lines among which a header is looked for: tools put labels before it, people put titles. */
export const HEADER_LINES = 50;

const DELIMITERS = [',', '\t', ';', '|'];

/** Whether these are the columns that are looked for. */
export type IsHeader = (columns: readonly string[]) => boolean;

/** A line taken for a header, as one delimiter divides it. */
export interface HeaderLine {
  /** Index of the line among those given. */
  readonly at: number;
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/** Every line of at least two columns, by each delimiter that gives them. */
export function* headerLines(lines: readonly string[]): Iterable<HeaderLine> {
  for (const [at, line] of lines.entries())
    for (const delimiter of DELIMITERS) {
      if (!line.includes(delimiter)) continue;
      const { data } = Papa.parse<string[]>(line.replace(/\r$/, ''), { delimiter });
      const columns = (data[0] ?? []).map((column) => column.trim());
      if (columns.length > 1) yield { at, delimiter, columns };
    }
}

export function findHeader(lines: readonly string[], isHeader: IsHeader): HeaderLine | null {
  for (const line of headerLines(lines)) if (isHeader(line.columns)) return line;
  return null;
}
