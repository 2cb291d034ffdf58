import { endianness } from 'node:os';
import type { EdgeSink } from '../edge-sink.js';
import { type CsvFields, csvFields } from './csv-fields.js';
import { closeOutput, openOutput, writeAll } from './output-file.js';
import type { RankedIds } from './ranked-ids.js';

const BUFFER = 1 << 18;
const NEWLINE = 10;
const ZERO = 48;
const LITTLE = endianness() === 'LE';
/** Longest weight and the line break, and what the last word of a field may write beyond its end. */
const ROOM = 16;

/**
 * Writes `from,to,weight` with from < to by code point, in the order of edges, which is sorted by (from, to). Edges are
 * written as they come in. Throws BAD_INPUT_FILE when the file cannot be written.
 */
export class EdgeFile implements EdgeSink {
  readonly #file: number;
  readonly #fields: CsvFields;
  readonly #buffer = Buffer.alloc(BUFFER);
  readonly #view = new DataView(this.#buffer.buffer, this.#buffer.byteOffset, BUFFER);
  #used = 0;

  constructor(path: string, ids: RankedIds) {
    this.#file = openOutput(path, 'edges');
    this.#fields = csvFields(ids);
    this.#text('from,to,weight\n');
  }

  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void {
    for (let i = 0; i < length; ) i = this.#edges(from, to, weight, i, length);
  }

  close(): void {
    this.#flush();
    closeOutput(this.#file);
  }

  /** Writes edges from `first` on until the buffer is full; gives the next one to write. Locals only: the inmost loop. */
  #edges(from: number, to: Uint32Array, weight: Uint32Array, first: number, length: number): number {
    const { words, start, byteLength } = this.#fields;
    const view = this.#view;
    const most = BUFFER - ROOM - byteLength[from]!;
    const [fromStart, fromEnd] = [start[from]!, start[from + 1]!];
    let at = this.#used;
    let i = first;
    for (; i < length; i++) {
      const other = to[i]!;
      if (at + byteLength[other]! > most) break;
      for (let word = fromStart, place = at; word < fromEnd; word++, place += 4)
        view.setUint32(place, words[word]!, LITTLE);
      at += byteLength[from]!;
      const end = start[other + 1]!;
      for (let word = start[other]!, place = at; word < end; word++, place += 4)
        view.setUint32(place, words[word]!, LITTLE);
      at += byteLength[other]!;
      if (weight[i]! < 10) view.setUint8(at++, ZERO + weight[i]!);
      else at += this.#buffer.write(String(weight[i]), at);
      view.setUint8(at++, NEWLINE);
    }
    this.#used = at;
    if (i === length) return i;
    this.#flush();
    if (i > first) return i;
    this.#longEdge(from, to[i]!, weight[i]!);
    return i + 1;
  }

  /** One that the buffer has no room for. */
  #longEdge(from: number, to: number, weight: number): void {
    const { words, start, byteLength } = this.#fields;
    const bytes = new Uint8Array(words.buffer);
    for (const id of [from, to]) writeAll(this.#file, bytes.subarray(4 * start[id]!, 4 * start[id]! + byteLength[id]!));
    this.#text(`${weight}\n`);
  }

  #text(text: string): void {
    this.#used += this.#buffer.write(text, this.#used);
  }

  #flush(): void {
    writeAll(this.#file, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}
