import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { unreadableFile } from '#platform/unreadable-file.js';
import { isWorkbook, mustBeFile, mustBeTextFile } from '../../text-file.js';
import { gunzip } from './gunzip.js';
import { byteOrderOf, utf16ToUtf8 } from './utf16.js';

const HEAD = 1 << 20;
const CHUNK = 1 << 18;
/** Packed bytes are taken in smaller steps: one step is unpacked as a whole. */
const GZIP_CHUNK = 1 << 16;

/** A file to read from: text, plain or gzip, or a workbook (told by its first bytes, not by its name). */
export class SourceFile {
  /** Bytes of the file, packed where it is packed, that were read so far: what progress is measured by. */
  bytesRead = 0;
  /** Why the file could not be read to its end; what came before it is good. */
  damage: string | null = null;
  /** Of its text, known when its first chunk has been read. */
  encoding: 'UTF-8' | 'UTF-16' = 'UTF-8';

  private constructor(
    /** Absolute. */
    readonly path: string,
    /** Bytes on disk. */
    readonly bytes: number,
    /** SHA-256 of the first MiB. */
    readonly headHash: string,
    readonly packed: boolean,
    /** An Excel workbook: read by openTable, and not as text. */
    readonly isWorkbook: boolean,
  ) {}

  /** Throws BAD_INPUT_FILE when the file cannot be opened. */
  static async open(path: string): Promise<SourceFile> {
    try {
      const file = await open(path);
      try {
        const status = await file.stat();
        const isFolder = status.isDirectory();
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, isFolder ? 0 : HEAD, 0);
        const head = buffer.subarray(0, bytesRead);
        mustBeFile(path, isFolder);
        const hash = createHash('sha256').update(head).digest('hex');
        const packed = head[0] === 0x1f && head[1] === 0x8b;
        return new SourceFile(resolve(path), status.size, hash, packed, isWorkbook(head));
      } finally {
        await file.close();
      }
    } catch (cause) {
      if (cause instanceof CodedError) throw cause;
      throw unreadableFile(path, cause);
    }
  }

  /**
   * Unpacked bytes of UTF-8 without a byte order mark, made of UTF-16 where the file is that; ends early, with `damage`
   * set, where the file is truncated or corrupt. Throws BAD_INPUT_FILE for a workbook.
   */
  async *chunks(): AsyncGenerator<Buffer, void, undefined> {
    if (this.isWorkbook) mustBeTextFile(this.path, false, Buffer.from('PK\x03\x04'));
    const bytes = this.packed ? this.#unpacked() : this.#bytes(CHUNK);
    const start = await bytes.next();
    if (start.done) return;
    const order = byteOrderOf(start.value);
    this.encoding = order === null ? 'UTF-8' : 'UTF-16';
    if (order === null) {
      yield withoutMark(start.value);
      yield* bytes;
    } else yield* utf16ToUtf8(startingWith(start.value, bytes), order);
  }

  async *#unpacked(): AsyncGenerator<Buffer, void, undefined> {
    this.damage = yield* gunzip(() => this.#bytes(GZIP_CHUNK));
  }

  async *#bytes(highWaterMark: number): AsyncGenerator<Buffer, void, undefined> {
    this.bytesRead = 0;
    for await (const chunk of createReadStream(this.path, { highWaterMark })) {
      this.bytesRead += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
