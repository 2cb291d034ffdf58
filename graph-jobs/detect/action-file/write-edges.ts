import { closeSync, openSync, writeSync } from 'node:fs';
import type { CoActionEdges } from '#domain/detection.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ByteDictionary } from './byte-dictionary.js';
import type { FileNetwork } from './file-network.js';

const BUFFER = 1 << 20;
const COMMA = 44;
const NEWLINE = 10;
/** Comma, quote and line breaks. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) => (',"\n\r'.includes(String.fromCharCode(byte)) ? 1 : 0));
const ZERO = 48;
/** Longest `,4294967295` and the line break. */
const WEIGHT_ROOM = 12;

/**
 * Writes `from,to,weight` with from < to by code point, sorted by (from, to). Ids with a comma, quote or line break are
 * quoted. Throws BAD_INPUT_FILE when the file cannot be written.
 */
export function writeEdges(file: string, { edges, code }: FileNetwork, accounts: ByteDictionary): void {
  const { bytes, start } = csvFields(accounts, code);
  const out = new EdgeFile(file);
  try {
    out.text('from,to,weight\n');
    for (let i = 0; i < edges.length; ) i = out.edges(edges, i, bytes, start);
  } finally {
    out.close();
  }
}

/** The ids as they stand in a CSV, one after another in the order of ranks, each followed by a comma. */
function csvFields(accounts: ByteDictionary, codes: Uint32Array): { bytes: Uint8Array; start: Uint32Array } {
  const start = new Uint32Array(codes.length + 1);
  const special = new Map(accounts.codesWith(SPECIAL).map((code) => [code, quoted(accounts.at(code))]));
  const plain = special.size === 0;
  for (let i = 0; i < codes.length; i++) {
    const field = plain ? undefined : special.get(codes[i]!);
    start[i + 1] = start[i]! + (field?.length ?? accounts.byteLength(codes[i]!)) + 1;
  }
  const bytes = new Uint8Array(start[codes.length]!);
  for (let i = 0; i < codes.length; i++) {
    const field = plain ? undefined : special.get(codes[i]!);
    if (field === undefined) accounts.copyTo(codes[i]!, bytes, start[i]!);
    else bytes.set(field, start[i]);
    bytes[start[i + 1]! - 1] = COMMA;
  }
  return { bytes, start };
}

function quoted(id: string): Uint8Array {
  return Buffer.from(`"${id.replaceAll('"', '""')}"`);
}

class EdgeFile {
  readonly #file: number;
  readonly #buffer = Buffer.alloc(BUFFER);
  #used = 0;

  constructor(path: string) {
    try {
      this.#file = openSync(path, 'w');
    } catch (cause) {
      throw new CodedError('BAD_INPUT_FILE', `The edges cannot be written (${(cause as NodeJS.ErrnoException).code})`, {
        at: path,
        hint: 'check that the folder is there and can be written to',
        cause,
      });
    }
  }

  text(text: string): void {
    this.#used += this.#buffer.write(text, this.#used);
  }

  /** Writes edges from `first` on until the buffer is full; gives the next one to write. Locals only: the inmost loop. */
  edges({ length, from, to, weight }: CoActionEdges, first: number, ids: Uint8Array, start: Uint32Array): number {
    const buffer: Uint8Array = this.#buffer;
    let at = this.#used;
    let i = first;
    for (; i < length; i++) {
      const [a, b] = [from[i]!, to[i]!];
      const room = start[a + 1]! - start[a]! + start[b + 1]! - start[b]! + WEIGHT_ROOM;
      if (at + room > buffer.length) break;
      for (let byte = start[a]!, end = start[a + 1]!; byte < end; byte++) buffer[at++] = ids[byte]!;
      for (let byte = start[b]!, end = start[b + 1]!; byte < end; byte++) buffer[at++] = ids[byte]!;
      if (weight[i]! < 10) buffer[at++] = ZERO + weight[i]!;
      else at += this.#buffer.write(String(weight[i]), at);
      buffer[at++] = NEWLINE;
    }
    this.#used = at;
    if (i === length) return i;
    this.#flush();
    if (i > first) return i;
    const [a, b] = [from[i]!, to[i]!];
    writeSync(this.#file, ids.subarray(start[a], start[a + 1]));
    writeSync(this.#file, ids.subarray(start[b], start[b + 1]));
    this.text(`${weight[i]}\n`);
    return i + 1;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#buffer, 0, this.#used);
    this.#used = 0;
  }
}
