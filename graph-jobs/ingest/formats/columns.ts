import type { Fields } from './compile-source.js';
import { normalColumn } from './recognise.js';

/** Takes a text from the fields of a row, '' where the file has none. */
export type FieldText = (fields: Fields) => string;

/** The columns of a file, found by name. A tool changes them from one release to the next, so that any may be missing. */
export class Columns {
  readonly #places = new Map<string, number>();

  constructor(readonly names: readonly string[]) {
    for (const [at, name] of names.entries()) {
      const key = normalColumn(name);
      if (!this.#places.has(key)) this.#places.set(key, at);
    }
  }

  has(name: string): boolean {
    return this.#places.has(normalColumn(name));
  }

  /** The text of the first of these columns that is not empty. */
  text(...names: readonly string[]): FieldText {
    const places = names.flatMap((name) => this.#places.get(normalColumn(name)) ?? []);
    return (fields) => {
      for (const at of places) {
        const text = fields[at]!.trim();
        if (text !== '') return text;
      }
      return '';
    };
  }
}
