import type { IdDictionary } from '../../csv-file/id-dictionary.js';
import { closeOutput, openOutput, writeAll } from '../../csv-file/output-file.js';
import { hasSpecial } from '../../csv-file/special-bytes.js';
import type { EdgeSink } from '../edge-sink.js';

const BUFFER = 1 << 18;
const COMMA = 44;
const NEWLINE = 10;
const ZERO = 48;
/** Longer fields are written by themselves. */
const LONGEST_IN_BUFFER = 1 << 12;
/** Two fields, of which one may get as many quotes again, and the weight. */
const ROOM = 3 * LONGEST_IN_BUFFER + 32;

/** Ids by rank. */
export type EdgeIds = Pick<IdDictionary, 'at' | 'byteLength' | 'copyTo' | 'copyPlain'>;

/**
 * Writes `from,to,weight` with from < to by code point, in the order of edges, which is sorted by (from, to). Edges are
 * written as they come in. Throws BAD_INPUT_FILE when the file cannot be written.
 */
export class EdgeFile implements EdgeSink {
  readonly #file: number;
  readonly #ids: EdgeIds;
  readonly #buffer = Buffer.alloc(BUFFER);
  readonly #view = viewOf(this.#buffer);
  /** The first field of edges with the comma after it, and room to read it four bytes at a time. */
  readonly #first = Buffer.alloc(LONGEST_IN_BUFFER + 4);
  readonly #firstView = viewOf(this.#first);
  #used = 0;

  constructor(path: string, ids: EdgeIds) {
    this.#file = openOutput(path, 'edges');
    this.#ids = ids;
    this.#text('from,to,weight\n');
  }

  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void {
    const firstLength = this.#begin(from);
    for (let i = 0; i < length; ) {
      if (firstLength <= LONGEST_IN_BUFFER) i = this.#edges(firstLength, to, weight, i, length);
      if (i === length) return;
      this.#flush();
      if (Math.max(firstLength, this.#ids.byteLength(to[i]!)) <= LONGEST_IN_BUFFER) continue;
      for (const id of [from, to[i]!]) writeAll(this.#file, fieldOf(this.#ids, id));
      this.#text(`${weight[i]}\n`);
      i += 1;
    }
  }

  close(): void {
    this.#flush();
    closeOutput(this.#file);
  }

  /** Writes edges from `next` on until the buffer is full or an id is too long for it; gives the next one to write. */
  #edges(firstLength: number, to: Uint32Array, weight: Uint32Array, next: number, length: number): number {
    const ids = this.#ids;
    const view = this.#view;
    const first = this.#firstView;
    let i = next;
    for (; i < length && this.#used + ROOM <= BUFFER; i++) {
      const start = this.#used;
      for (let from = 0; from < firstLength; from += 4) view.setUint32(start + from, first.getUint32(from));
      let at = ids.copyPlain(to[i]!, view, start + firstLength);
      if (at >= 0) view.setUint8(at++, COMMA);
      else if (ids.byteLength(to[i]!) <= LONGEST_IN_BUFFER) at = this.#long(to[i]!, start + firstLength);
      else break;
      if (weight[i]! < 10) view.setUint8(at++, ZERO + weight[i]!);
      else at += this.#buffer.write(String(weight[i]), at);
      view.setUint8(at++, NEWLINE);
      this.#used = at;
    }
    return i;
  }

  /** The length of the first field, which is held where it fits: an array for each of a million accounts would cost more. */
  #begin(id: number): number {
    const end = this.#ids.copyPlain(id, this.#firstView, 0);
    if (end >= 0) {
      this.#first[end] = COMMA;
      return end + 1;
    }
    const field = fieldOf(this.#ids, id);
    if (field.length <= LONGEST_IN_BUFFER) this.#first.set(field);
    return field.length;
  }

  #long(id: number, at: number): number {
    const end = this.#ids.copyTo(id, this.#buffer, at);
    if (!hasSpecial(this.#buffer, at, end)) {
      this.#buffer[end] = COMMA;
      return end + 1;
    }
    const field = fieldOf(this.#ids, id);
    this.#buffer.set(field, at);
    return at + field.length;
  }

  #text(text: string): void {
    this.#used += this.#buffer.write(text, this.#used);
  }

  #flush(): void {
    writeAll(this.#file, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The id with the comma after it, quoted where it has a comma, quote or line break. */
function fieldOf(ids: EdgeIds, code: number): Uint8Array {
  const field = new Uint8Array(ids.byteLength(code) + 1);
  const end = ids.copyTo(code, field, 0);
  field[end] = COMMA;
  return hasSpecial(field, 0, end) ? Buffer.from(`"${ids.at(code).replaceAll('"', '""')}",`) : field;
}
