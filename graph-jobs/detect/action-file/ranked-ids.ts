import type { StringColumn } from '#domain/mention-columns.js';

const decoder = new TextDecoder();

/** Ids in the order of their bytes, which for UTF-8 is the order of code points. Id `rank` is bytes[start[rank], start[rank + 1]). */
export class RankedIds implements StringColumn {
  constructor(
    readonly bytes: Uint8Array,
    readonly start: Uint32Array,
  ) {}

  get length(): number {
    return this.start.length - 1;
  }

  at(rank: number): string {
    return decoder.decode(this.bytes.subarray(this.start[rank], this.start[rank + 1]));
  }
}
