import type { EdgeSink } from '../edge-sink.js';
import type { IdDictionary } from './id-dictionary.js';
import { closeOutput, openOutput, writeAll } from './output-file.js';

const BUFFER = 1 << 18;
const COMMA = 44;
const NEWLINE = 10;
const ZERO = 48;
/** More than the longest weight with its line break. */
const ROOM = 16;
/** Fields that are longer are written by themselves. */
const LONGEST_IN_BUFFER = 1 << 12;

/**
 * Writes `from,to,weight` with from < to by code point, in the order of edges, which is sorted by (from, to). Edges are
 * written as they come in. Throws BAD_INPUT_FILE when the file cannot be written.
 */
export class EdgeFile implements EdgeSink {
  readonly #file: number;
  readonly #ids: IdDictionary;
  readonly #buffer = Buffer.alloc(BUFFER);
  #used = 0;

  constructor(path: string, ids: IdDictionary) {
    this.#file = openOutput(path, 'edges');
    this.#ids = ids;
    this.#text('from,to,weight\n');
  }

  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void {
    const field = fieldOf(this.#ids, from);
    for (let i = 0; i < length; i++) {
      this.#from(field);
      this.#to(to[i]!);
      this.#weight(weight[i]!);
    }
  }

  close(): void {
    this.#flush();
    closeOutput(this.#file);
  }

  #from(field: Uint8Array): void {
    if (field.length > LONGEST_IN_BUFFER) {
      this.#alone(field);
      return;
    }
    if (this.#used + field.length > BUFFER) this.#flush();
    const buffer = this.#buffer;
    let at = this.#used;
    for (let i = 0; i < field.length; i++) buffer[at++] = field[i]!;
    this.#used = at;
  }

  /** Plain ids without a look at their bytes: most are. */
  #to(id: number): void {
    if (!this.#ids.isPlain(id)) {
      this.#from(fieldOf(this.#ids, id));
      return;
    }
    if (this.#used + LONGEST_IN_BUFFER > BUFFER) this.#flush();
    const end = this.#ids.copyTo(id, this.#buffer, this.#used);
    this.#buffer[end] = COMMA;
    this.#used = end + 1;
  }

  #weight(weight: number): void {
    if (this.#used + ROOM > BUFFER) this.#flush();
    if (weight < 10) this.#buffer[this.#used++] = ZERO + weight;
    else this.#text(String(weight));
    this.#buffer[this.#used++] = NEWLINE;
  }

  #alone(field: Uint8Array): void {
    this.#flush();
    writeAll(this.#file, field);
  }

  #text(text: string): void {
    this.#used += this.#buffer.write(text, this.#used);
  }

  #flush(): void {
    writeAll(this.#file, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}

/** The id with the comma after it, quoted where it has a comma, quote or line break. */
function fieldOf(ids: IdDictionary, code: number): Uint8Array {
  const id = ids.at(code);
  return Buffer.from(/[,"\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}",` : `${id},`);
}
