import { isUtf8 } from 'node:buffer';
import type { ReadLimits } from './read-limits.js';
import type { SourceFile } from './source-file.js';

const NEWLINE = 0x0a;
const EXCERPT = 2000;

export const LINE_TOO_LONG = 'the line is too long';

/** Consecutive physical lines. A carriage return before the newline is still there. */
export interface LineBlock {
  /** Number of the first line; lines of a file count from 1. */
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** What is wrong with a line, by its index in `lines`; null when nothing is. */
  readonly faults: ReadonlyMap<number, string> | null;
}

/** Reads a text file by blocks of lines. Where the file is damaged, the last line, being cut off, is left out. */
export async function* readLines(source: SourceFile, limits: ReadLimits): AsyncGenerator<LineBlock, void, undefined> {
  const rest = new Rest(limits.lineBytes);
  let line = 1;
  for await (const chunk of source.chunks()) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      rest.add(chunk);
      continue;
    }
    const block = decode(rest.take(chunk.subarray(0, end)), line, source.encoding);
    line += block.lines.length;
    yield block;
    rest.add(chunk.subarray(end + 1));
  }
  if (source.damage === null && rest.length > 0) yield decode(rest.take(Buffer.alloc(0)), line, source.encoding);
}

interface Bytes {
  readonly bytes: Buffer;
  /** The first line was too long, and `bytes` holds its beginning only. */
  readonly cut: boolean;
}

/** The beginning of a line whose end has not been read yet, in bounded memory. */
class Rest {
  #pieces: Buffer[] = [];
  #cut = false;
  length = 0;

  constructor(private readonly limit: number) {}

  add(piece: Buffer): void {
    if (piece.length === 0) return;
    this.length += piece.length;
    if (this.#cut) return;
    this.#pieces.push(piece);
    if (this.length > this.limit) {
      this.#pieces = [Buffer.concat(this.#pieces).subarray(0, EXCERPT)];
      this.#cut = true;
    }
  }

  /** The kept bytes and those that follow; of a line that was cut, what follows to its end is left out. */
  take(following: Buffer): Bytes {
    const end = this.#cut ? following.indexOf(NEWLINE) : 0;
    const kept = this.#cut ? (end < 0 ? Buffer.alloc(0) : following.subarray(end)) : following;
    const taken = { bytes: this.length === 0 ? kept : Buffer.concat([...this.#pieces, kept]), cut: this.#cut };
    this.#pieces = [];
    this.#cut = false;
    this.length = 0;
    return taken;
  }
}

function decode({ bytes, cut }: Bytes, firstLine: number, encoding: string): LineBlock {
  const text = bytes.toString('utf8');
  const lines = text.split('\n');
  const faults = new Map<number, string>();
  if (!isUtf8(bytes)) markInvalid(bytes, encoding, faults);
  if (text.includes('\0')) {
    for (const [index, line] of lines.entries()) if (line.includes('\0')) faults.set(index, 'holds a NUL byte');
  }
  if (cut) faults.set(0, LINE_TOO_LONG);
  return { firstLine, lines, faults: faults.size === 0 ? null : faults };
}

/** Decoding puts U+FFFD in the place of invalid bytes and keeps the newlines, so that indices agree. */
function markInvalid(bytes: Buffer, encoding: string, faults: Map<number, string>): void {
  for (let start = 0, index = 0; start <= bytes.length; index += 1) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) faults.set(index, `is not valid ${encoding}`);
    start = end + 1;
  }
}
