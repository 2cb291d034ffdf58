import type { IdDictionary } from '../../csv-file/id-dictionary.js';
import { MOST_DIGITS } from '../../csv-file/id-key.js';
import { closeOutput, openOutput, writeAll } from '../../csv-file/output-file.js';
import type { EdgeSink } from '../edge-sink.js';

const BUFFER = 1 << 18;
const COMMA = 44;
const NEWLINE = 10;
const ZERO = 48;
/** Fields that are longer together are written by themselves; room for quotes and the weight is beside them. */
const LONGEST_IN_BUFFER = 1 << 12;
const ROOM = LONGEST_IN_BUFFER + 32;
/** Comma, quote and line breaks. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) => (',"\n\r'.includes(String.fromCharCode(byte)) ? 1 : 0));

/** Ids by rank. */
export type EdgeIds = Pick<IdDictionary, 'at' | 'byteLength' | 'copyTo' | 'isPlain'>;

/**
 * Writes `from,to,weight` with from < to by code point, in the order of edges, which is sorted by (from, to). Edges are
 * written as they come in. Throws BAD_INPUT_FILE when the file cannot be written.
 */
export class EdgeFile implements EdgeSink {
  readonly #file: number;
  readonly #ids: EdgeIds;
  readonly #buffer = Buffer.alloc(BUFFER);
  readonly #plain = new Uint8Array(MOST_DIGITS + 1);
  /** Its first bytes, by their number. */
  readonly #fields = Array.from({ length: MOST_DIGITS + 2 }, (_, end) => this.#plain.subarray(0, end));
  #used = 0;

  constructor(path: string, ids: EdgeIds) {
    this.#file = openOutput(path, 'edges');
    this.#ids = ids;
    this.#text('from,to,weight\n');
  }

  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void {
    const field = this.#fieldOf(from);
    for (let i = 0; i < length; ) {
      i = this.#edges(field, to, weight, i, length);
      if (i === length) return;
      this.#flush();
      if (field.length + this.#ids.byteLength(to[i]!) <= LONGEST_IN_BUFFER) continue;
      for (const part of [field, fieldOf(this.#ids, to[i]!)]) writeAll(this.#file, part);
      this.#text(`${weight[i]}\n`);
      i += 1;
    }
  }

  close(): void {
    this.#flush();
    closeOutput(this.#file);
  }

  /** Writes edges from `first` on until the buffer is full or fields are too long for it; gives the next one to write. */
  #edges(field: Uint8Array, to: Uint32Array, weight: Uint32Array, first: number, length: number): number {
    const ids = this.#ids;
    const buffer = this.#buffer;
    const fieldLength = field.length;
    let at = this.#used;
    let i = first;
    for (; i < length; i++) {
      const id = to[i]!;
      const plain = ids.isPlain(id);
      const needed = fieldLength + (plain ? MOST_DIGITS : ids.byteLength(id));
      if (needed > LONGEST_IN_BUFFER || at + ROOM + needed > BUFFER) break;
      for (let byte = 0; byte < fieldLength; byte++) buffer[at++] = field[byte]!;
      const start = at;
      at = ids.copyTo(id, buffer, at);
      if (!plain && hasSpecial(buffer, start, at)) at = start + this.#quoted(id, start);
      else buffer[at++] = COMMA;
      if (weight[i]! < 10) buffer[at++] = ZERO + weight[i]!;
      else at += buffer.write(String(weight[i]), at);
      buffer[at++] = NEWLINE;
    }
    this.#used = at;
    return i;
  }

  /** Valid until the next call: an array for each of a million accounts would cost more than its bytes. */
  #fieldOf(id: number): Uint8Array {
    if (!this.#ids.isPlain(id)) return fieldOf(this.#ids, id);
    const end = this.#ids.copyTo(id, this.#plain, 0);
    this.#plain[end] = COMMA;
    return this.#fields[end + 1]!;
  }

  #quoted(id: number, at: number): number {
    const field = fieldOf(this.#ids, id);
    this.#buffer.set(field, at);
    return field.length;
  }

  #text(text: string): void {
    this.#used += this.#buffer.write(text, this.#used);
  }

  #flush(): void {
    writeAll(this.#file, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}

function hasSpecial(bytes: Uint8Array, start: number, end: number): boolean {
  let special = 0;
  for (let i = start; i < end; i++) special |= SPECIAL[bytes[i]!]!;
  return special !== 0;
}

/** The id with the comma after it, quoted where it has a comma, quote or line break. */
function fieldOf(ids: EdgeIds, code: number): Uint8Array {
  const field = new Uint8Array(ids.byteLength(code) + 1);
  const end = ids.copyTo(code, field, 0);
  field[end] = COMMA;
  return hasSpecial(field, 0, end) ? Buffer.from(`"${ids.at(code).replaceAll('"', '""')}",`) : field;
}
