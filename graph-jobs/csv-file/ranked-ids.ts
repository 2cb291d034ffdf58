import type { StringColumn } from '#domain/mention-columns.js';

const decoder = new TextDecoder();

/** Ids in the order of their bytes, which for UTF-8 is the order of code points. */
export class RankedIds implements StringColumn {
  /** The id of a rank is bytes[start[position], start[position + 1]) with position = positions[rank]. */
  constructor(
    readonly bytes: Uint8Array,
    readonly start: Uint32Array,
    readonly positions: Uint32Array,
  ) {}

  get length(): number {
    return this.positions.length;
  }

  at(rank: number): string {
    const position = this.positions[rank]!;
    return decoder.decode(this.bytes.subarray(this.start[position], this.start[position + 1]));
  }

  byteLength(rank: number): number {
    const position = this.positions[rank]!;
    return this.start[position + 1]! - this.start[position]!;
  }

  copyTo(rank: number, target: Uint8Array, at: number): number {
    const position = this.positions[rank]!;
    target.set(this.bytes.subarray(this.start[position], this.start[position + 1]), at);
    return at + this.byteLength(rank);
  }

  /** Whether an id is plain is not known of any: whoever writes them looks. */
  copyPlain(): number {
    return -1;
  }
}
