import { endianness } from 'node:os';
import { closeOutput, openOutput, writeAll } from '../../csv-file/output-file.js';
import type { RankedIds } from '../../csv-file/ranked-ids.js';
import type { EdgeSink } from '../edge-sink.js';
import { type CsvFields, csvFields } from './csv-fields.js';

const BUFFER = 1 << 18;
const NEWLINE = 10;
const ZERO = 48;
const LITTLE = endianness() === 'LE';
/** Longest weight and the line break. */
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

  /**
   * Writes edges from `first` on until the buffer is full or an id lies elsewhere; gives the next one to write. Locals only:
   * the inmost loop.
   */
  #edges(from: number, to: Uint32Array, weight: Uint32Array, first: number, length: number): number {
    const { words, stride } = this.#fields;
    const view = this.#view;
    const [fromStart, fromLength] = [from * stride, words[from * stride]!];
    const most = BUFFER - ROOM - 8 * stride;
    let at = this.#used;
    let i = first;
    for (; i < length && fromLength > 0; i++) {
      const toStart = to[i]! * stride;
      const toLength = words[toStart]!;
      if (toLength === 0 || at > most) break;
      for (let done = 0, word = fromStart + 1; done < fromLength; done += 4)
        view.setUint32(at + done, words[word++]!, LITTLE);
      at += fromLength;
      for (let done = 0, word = toStart + 1; done < toLength; done += 4)
        view.setUint32(at + done, words[word++]!, LITTLE);
      at += toLength;
      if (weight[i]! < 10) view.setUint8(at++, ZERO + weight[i]!);
      else at += this.#buffer.write(String(weight[i]), at);
      view.setUint8(at++, NEWLINE);
    }
    this.#used = at;
    if (i === length) return i;
    this.#flush();
    if (i > first) return i;
    for (const id of [from, to[i]!]) writeAll(this.#file, this.#field(id));
    this.#text(`${weight[i]}\n`);
    return i + 1;
  }

  #field(rank: number): Uint8Array {
    const { words, stride, elsewhere } = this.#fields;
    const bytes = new Uint8Array(words.buffer, 4 * (stride * rank + 1), words[stride * rank]!);
    return elsewhere.get(rank) ?? bytes;
  }

  #text(text: string): void {
    this.#used += this.#buffer.write(text, this.#used);
  }

  #flush(): void {
    writeAll(this.#file, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}
