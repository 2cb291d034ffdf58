import { closeSync, openSync, writeSync } from 'node:fs';
import type { CoActionEdges } from '#domain/detection.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ByteDictionary } from './byte-dictionary.js';
import { ranksByBytes } from './rank-bytes.js';

const BUFFER = 1 << 20;
const COMMA = 44;
const NEWLINE = 10;
const ZERO = 48;
/** Longest `,4294967295` and the line break. */
const WEIGHT_ROOM = 12;

/**
 * Writes `from,to,weight` with from < to by code point, sorted by (from, to). Ids with a comma, quote or line break are
 * quoted. Throws BAD_INPUT_FILE when the file cannot be written.
 */
export function writeEdges(file: string, edges: CoActionEdges, accounts: ByteDictionary): void {
  const { rank, order } = ranksByBytes(accounts, accountsOf(edges, accounts.length));
  const sorted = sortedByRank(edges, rank, order.length);
  const { bytes, start } = csvFields(accounts, order);
  const out = new EdgeFile(file);
  try {
    out.text('from,to,weight\n');
    for (let i = 0; i < edges.length; i++) {
      const from = sorted.from[i]!;
      const to = sorted.to[i]!;
      out.edge(bytes, start[from]!, start[from + 1]!, start[to]!, start[to + 1]!, sorted.weight[i]!);
    }
  } finally {
    out.close();
  }
}

function accountsOf({ length, from, to }: CoActionEdges, count: number): Uint8Array {
  const marked = new Uint8Array(count);
  for (let i = 0; i < length; i++) {
    marked[from[i]!] = 1;
    marked[to[i]!] = 1;
  }
  return marked;
}

/** The edges between ranks, from < to, by two stable counting sorts: by `to`, then by `from`. */
function sortedByRank(edges: CoActionEdges, rank: Uint32Array, ranks: number): CoActionEdges {
  const from = new Uint32Array(edges.length);
  const to = new Uint32Array(edges.length);
  for (let i = 0; i < edges.length; i++) {
    const a = rank[edges.from[i]!]!;
    const b = rank[edges.to[i]!]!;
    from[i] = Math.min(a, b);
    to[i] = Math.max(a, b);
  }
  const byTo = sortedBy('to', { length: edges.length, from, to, weight: edges.weight }, ranks);
  return sortedBy('from', byTo, ranks);
}

function sortedBy(key: 'from' | 'to', edges: CoActionEdges, ranks: number): CoActionEdges {
  const { length } = edges;
  const next = new Uint32Array(ranks + 1);
  for (let i = 0; i < length; i++) next[edges[key][i]! + 1]!++;
  for (let r = 0; r < ranks; r++) next[r + 1]! += next[r]!;
  const from = new Uint32Array(length);
  const to = new Uint32Array(length);
  const weight = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const at = next[edges[key][i]!]!++;
    from[at] = edges.from[i]!;
    to[at] = edges.to[i]!;
    weight[at] = edges.weight[i]!;
  }
  return { length, from, to, weight };
}

/** The ids as they stand in a CSV, one after another in the order of ranks, each followed by a comma. */
function csvFields(accounts: ByteDictionary, order: Uint32Array): { bytes: Uint8Array; start: Float64Array } {
  const start = new Float64Array(order.length + 1);
  const fields: Uint8Array[] = [];
  for (let i = 0; i < order.length; i++) {
    const field = csvField(accounts.bytesOf(order[i]!));
    fields.push(field, Uint8Array.of(COMMA));
    start[i + 1] = start[i]! + field.length + 1;
  }
  return { bytes: Buffer.concat(fields), start };
}

function csvField(bytes: Uint8Array): Uint8Array {
  if (!bytes.some((byte) => byte === COMMA || byte === NEWLINE || byte === 34 || byte === 13)) return bytes;
  return Buffer.from(`"${new TextDecoder().decode(bytes).replaceAll('"', '""')}"`);
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

  edge(ids: Uint8Array, from: number, fromEnd: number, to: number, toEnd: number, weight: number): void {
    const room = fromEnd - from + toEnd - to + WEIGHT_ROOM;
    if (this.#used + room > this.#buffer.length) this.#flush();
    if (room > this.#buffer.length) {
      writeSync(this.#file, ids.subarray(from, fromEnd));
      writeSync(this.#file, ids.subarray(to, toEnd));
      this.text(`${weight}\n`);
      return;
    }
    const buffer = this.#buffer;
    let at = this.#used;
    for (let i = from; i < fromEnd; i++) buffer[at++] = ids[i]!;
    for (let i = to; i < toEnd; i++) buffer[at++] = ids[i]!;
    if (weight < 10) buffer[at++] = ZERO + weight;
    else at += buffer.write(String(weight), at);
    buffer[at++] = NEWLINE;
    this.#used = at;
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
