import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NO_HASH, type ReadEntry, readLine } from './entry-line.js';
import { linesOf, type RawLine, segmentName, segmentsOf } from './segments.js';

export interface VerifyOptions {
  readonly folder: string;
  /** Null leaves the seals unlooked at. */
  readonly key: Buffer | null;
  /** Hash of an entry that was noted elsewhere and must be in the log. */
  readonly head?: string;
  /** Hash of the last entry of files that were put away: the first one here follows it. */
  readonly after?: string;
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number, entries: number): void;
}

/** The first place where a log does not fit. */
export interface LogFault {
  readonly file: string;
  readonly line: number;
  /** Where the line begins in the file. */
  readonly byte: number;
  readonly message: string;
}

export interface Verification {
  readonly entries: number;
  readonly files: number;
  /** The last entry that fits. */
  readonly head: { readonly number: number; readonly hash: string; readonly at: string | null };
  /** Places where a writer was stopped in the middle of a line, as the next writer noted. */
  readonly torn: readonly {
    readonly file: string;
    readonly line: number;
    readonly bytes: number;
    readonly at: string;
  }[];
  readonly fault: LogFault | null;
}

const LOOKS = 6;
const LOOK_AGAIN_MS = 5;

type Place = Pick<LogFault, 'file' | 'line' | 'byte'>;

/** Walks the chain from its first entry to the first fault, in bounded memory. */
export async function verifyLog(options: VerifyOptions): Promise<Verification> {
  const { folder, onProgress, signal } = options;
  const files = segmentsOf(folder);
  const sizes = await Promise.all(files.map((file) => settledSize(join(folder, file))));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const walk = new ChainWalk(options);
  let fault = missingFile(files, options.after);
  let before = 0;
  for (let i = 0; i < files.length && fault === null; i += 1) {
    for await (const line of linesOf(folder, files[i]!, sizes[i])) {
      fault = walk.take(line);
      if (fault !== null || signal?.aborted) break;
      onProgress?.(before + line.offset, total, walk.entries);
    }
    before += sizes[i]!;
  }
  fault ??= signal?.aborted ? null : walk.end(files.at(-1) ?? segmentName(1));
  return { entries: walk.entries, files: files.length, head: walk.head, torn: walk.torn, fault };
}

/** A line that a running service is writing is no fault: it is waited for. */
async function settledSize(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    for (let looks = 1; ; looks += 1) {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
      if (bytesRead === 0 || buffer[0] === 10 || looks === LOOKS) return size;
      await setTimeout(LOOK_AGAIN_MS);
    }
  } finally {
    await handle.close();
  }
}

function missingFile(files: readonly string[], after: string | undefined): LogFault | null {
  const first = after === undefined ? 1 : Number(files[0]?.slice(0, 6) ?? 1);
  const gap = files.findIndex((file, i) => file !== segmentName(first + i));
  if (gap < 0) return null;
  const message =
    gap === 0
      ? 'the files before it are missing; with --after HASH the chain may begin here'
      : 'the file before it is missing';
  return { file: files[gap]!, line: 1, byte: 0, message };
}

class ChainWalk {
  entries = 0;
  head: Verification['head'];
  readonly torn: { file: string; line: number; bytes: number; at: string }[] = [];
  readonly #options: VerifyOptions;
  /** Lines that are no entry, until the next one says that a writer was stopped there. */
  #odd: { readonly place: Place; readonly bytes: Buffer; readonly message: string } | null = null;
  #headSeen: boolean;

  constructor(options: VerifyOptions) {
    this.#options = options;
    this.#headSeen = options.head === undefined;
    this.head = { number: 0, hash: options.after ?? NO_HASH, at: null };
    this.#lookForHead();
  }

  take({ file, line, offset, bytes, ended }: RawLine): LogFault | null {
    const place = { file, line, byte: offset };
    const read = ended ? readLine(bytes, this.#options.key) : { fault: 'it is cut short' };
    if ('fault' in read) {
      const odd = this.#odd;
      const gathered = odd ? Buffer.concat([odd.bytes, Buffer.from('\n'), bytes]) : Buffer.from(bytes);
      this.#odd = { place: odd?.place ?? place, bytes: gathered, message: odd?.message ?? read.fault };
      // The rest of it may be gigabytes.
      return ended && gathered.length < 1 << 20 ? null : this.#oddFault();
    }
    return this.#tornFits(read) ? this.#follow(place, read) : this.#oddFault();
  }

  end(file: string): LogFault | null {
    if (this.#odd !== null) return this.#oddFault();
    const place = { file, line: this.entries === 0 ? 1 : 0, byte: 0 };
    if (this.entries === 0) return { ...place, message: 'there is no entry' };
    if (this.#headSeen) return null;
    return { ...place, message: `no entry has the hash ${this.#options.head}: the log was cut before it or made anew` };
  }

  #oddFault(): LogFault {
    const { place, message } = this.#odd!;
    return { ...place, message };
  }

  #tornFits({ entry }: ReadEntry): boolean {
    const odd = this.#odd;
    if (odd === null) return entry.action !== 'torn' || entry.what.torn === undefined;
    const sha256 = createHash('sha256').update(odd.bytes).digest('hex');
    if (entry.action !== 'torn' || entry.what.torn?.sha256 !== sha256) return false;
    this.torn.push({ file: odd.place.file, line: odd.place.line, bytes: odd.bytes.length, at: entry.at });
    this.#odd = null;
    return true;
  }

  #follow(place: Place, { entry, hash }: ReadEntry): LogFault | null {
    const { number, hash: previous } = this.head;
    const isFirst = this.entries === 0;
    if (entry.previous !== previous)
      return {
        ...place,
        message: `entry ${entry.number} does not follow the one before it (number ${number}, ${previous})`,
      };
    if (entry.number !== number + 1 && !(isFirst && this.#options.after !== undefined))
      return { ...place, message: `its number is ${entry.number}, and ${number + 1} is due` };
    this.entries += 1;
    this.head = { number: entry.number, hash, at: entry.at };
    this.#lookForHead();
    return null;
  }

  #lookForHead(): void {
    if (this.head.hash === this.#options.head) this.#headSeen = true;
  }
}
