import type { FileHead } from './file-head.js';

/** Makes the recogniser of a table: `marks` are sets of columns, any of which tells the format. */
export function byColumns(...marks: readonly (readonly string[])[]): (head: FileHead) => string | null {
  const isHeader = hasColumns(...marks);
  return ({ headers }) => {
    const header = headers.find(({ columns }) => isHeader(columns));
    if (header === undefined) return null;
    const mark = marks.find((one) => hasColumns(one)(header.columns))!;
    return `line ${header.line} names the columns ${mark.join(', ')}`;
  };
}

/** Makes the function that tells whether a line holds the columns of one of the marks. */
export function hasColumns(...marks: readonly (readonly string[])[]): (columns: readonly string[]) => boolean {
  const sets = marks.map((mark) => mark.map(normalColumn));
  return (columns) => {
    const there = new Set(columns.map(normalColumn));
    return sets.some((set) => set.every((column) => there.has(column)));
  };
}

/** Makes the recogniser of JSON: a value has all fields of one of the marks; `path=value` asks for the value too. */
export function byFields(...marks: readonly (readonly string[])[]): (head: FileHead) => string | null {
  return ({ shapes }) => {
    for (const shape of shapes)
      for (const mark of marks) {
        const holds = mark.every((one) => {
          const [path = '', value] = one.split('=', 2);
          return shape.has(path) && (value === undefined || shape.get(path) === value);
        });
        if (holds) return `its objects hold ${mark.join(', ')}`;
      }
    return null;
  };
}

/** A name of a column as headers are compared: tools change capitals and spaces from one release to the next. */
export function normalColumn(column: string): string {
  return column.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
