import { NO_ROW, type StringColumn } from '#domain/mention-columns.js';
import { WordColumn } from './growing-columns.js';

/** Codes for the keys by which a store calls its rows, in order of first appearance. */
export interface KeyCodes<Key> {
  readonly length: number;
  codeOf(key: Key): number;
  /** NO_ROW where the key has not appeared. */
  find(key: Key): number;
}

/** How a store's keys are kept while columns are built. */
export interface KeyCoding<Key, Codes extends KeyCodes<Key>> {
  codes(): Codes;
  /** The key of each row; `ids` are the mention ids of the same rows. */
  rowKeys(ids: StringColumn): RowKeys<Key>;
}

export interface RowKeys<Key> {
  push(key: Key): void;
  at(row: number): Key;
}

/** An array by key, for a store that counts its keys up from 1. */
export class NumberCodes implements KeyCodes<number> {
  readonly #keys = new WordColumn();
  #codes = new Uint32Array(1024).fill(NO_ROW);

  get length(): number {
    return this.#keys.length;
  }

  codeOf(key: number): number {
    const known = this.find(key);
    if (known !== NO_ROW) return known;
    if (key >= this.#codes.length) {
      const larger = new Uint32Array(Math.max(key + 1, this.#codes.length * 2)).fill(NO_ROW);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    const code = this.#keys.length;
    this.#codes[key] = code;
    this.#keys.push(key);
    return code;
  }

  find(key: number): number {
    return this.#codes[key] ?? NO_ROW;
  }

  keys(): Uint32Array {
    return this.#keys.values();
  }
}

export class StringCodes implements KeyCodes<string> {
  readonly values: string[] = [];
  readonly #codes = new Map<string, number>();

  get length(): number {
    return this.values.length;
  }

  codeOf(value: string): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.#codes.set(value, code);
    }
    return code;
  }

  find(value: string): number {
    return this.#codes.get(value) ?? NO_ROW;
  }
}

export const NUMBER_KEYS: KeyCoding<number, NumberCodes> = {
  codes: () => new NumberCodes(),
  rowKeys: () => new WordColumn(),
};

/** For a store that calls mentions by their ids: the column of ids is kept anyway. */
export const ID_KEYS: KeyCoding<string, StringCodes> = {
  codes: () => new StringCodes(),
  rowKeys: (ids) => ({ push: () => undefined, at: (row) => ids.at(row) }),
};
