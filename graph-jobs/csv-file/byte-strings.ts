import type { StringColumn } from '#domain/mention-columns.js';

/** Strings by code that can be told, compared and copied as UTF-8 without making JavaScript strings. */
export interface ByteStrings extends StringColumn {
  byteLength(code: number): number;
  /** Writes its bytes into `target` from `at` on; gives where they end. */
  copyTo(code: number, target: Uint8Array, at: number): number;
}

/** Some of the strings, by codes of their own: string `i` is picks[i] of the others. One may be picked twice. */
export class PickedStrings implements ByteStrings {
  readonly #all: ByteStrings;
  readonly #picks: Uint32Array;

  constructor(all: ByteStrings, picks: Uint32Array) {
    this.#all = all;
    this.#picks = picks;
  }

  get length(): number {
    return this.#picks.length;
  }

  at(code: number): string {
    return this.#all.at(this.#picks[code]!);
  }

  byteLength(code: number): number {
    return this.#all.byteLength(this.#picks[code]!);
  }

  copyTo(code: number, target: Uint8Array, at: number): number {
    return this.#all.copyTo(this.#picks[code]!, target, at);
  }
}
