import { CodedError } from '#domain/errors/coded-error.js';
import type { ListSource, TextSource } from './csv-mapping.js';
import { FieldFault } from './field-fault.js';

export type Fields = readonly string[];

/** Finds columns by their names; `path` is the place in the mapping, for the error. */
export type ColumnIndex = (column: string, path: string) => number;

/** Looks columns up in a header. The function throws BAD_MAPPING for a name that is not there, or there twice. */
export function columnIndex(columns: readonly string[]): ColumnIndex {
  return (column, path) => {
    const index = columns.indexOf(column);
    if (index < 0)
      throw new CodedError('BAD_MAPPING', `the file has no column "${column}"`, {
        at: `${path}.column`,
        hint: `its columns are: ${columns.join(', ')}`,
      });
    if (columns.indexOf(column, index + 1) >= 0)
      throw new CodedError('BAD_MAPPING', `the file has more than one column "${column}"`, {
        at: `${path}.column`,
        hint: 'rename one of them in the file',
      });
    return index;
  };
}

/** Makes a function that takes the text of a field from a row, '' where there is none. */
export function compileText(source: TextSource, path: string, index: ColumnIndex): (fields: Fields) => string {
  if ('constant' in source) return () => source.constant;
  if ('firstOf' in source) {
    const sources = source.firstOf.map((one, i) => compileText(one, `${path}.firstOf.${i}`, index));
    return (fields) => {
      for (const text of sources) {
        const value = text(fields);
        if (value !== '') return value;
      }
      return '';
    };
  }
  const at = index(source.column, path);
  const { prefix, values } = source;
  if (values !== undefined) {
    const known = new Map(Object.entries(values));
    return (fields) => prefixed(prefix, meaning(known, fields[at]!.trim(), path));
  }
  if (prefix === undefined) return (fields) => fields[at]!.trim();
  return (fields) => prefixed(prefix, fields[at]!.trim());
}

function prefixed(prefix: string | undefined, text: string): string {
  return prefix === undefined || text === '' ? text : prefix + text;
}

function meaning(known: ReadonlyMap<string, string>, text: string, path: string): string {
  const value = known.get(text) ?? (text === '' ? '' : undefined);
  if (value === undefined) throw new FieldFault(path, `"${text.slice(0, 80)}" is not among the values of the mapping`);
  return value;
}

/** Makes a function that takes the parts of a list from a row. */
export function compileList(
  source: ListSource | undefined,
  path: string,
  index: ColumnIndex,
): (fields: Fields) => readonly string[] {
  if (source === undefined) return () => [];
  const at = index(source.column, path);
  const { separator } = source;
  return (fields) => {
    const text = fields[at]!;
    if (text === '') return [];
    return text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  };
}
