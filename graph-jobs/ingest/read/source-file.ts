import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { mustBeTextFile } from '../../text-file.js';
import { gunzip } from './gunzip.js';

const HEAD = 1 << 20;
const CHUNK = 1 << 18;
/** Packed bytes are taken in smaller steps: one step is unpacked as a whole. */
const GZIP_CHUNK = 1 << 16;

/** A file to read from, plain or gzip (told by its first bytes, not by its name). */
export class SourceFile {
  /** Bytes of the file, packed where it is packed, that were read so far: what progress is measured by. */
  bytesRead = 0;
  /** Why the file could not be read to its end; what came before it is good. */
  damage: string | null = null;

  private constructor(
    /** Absolute. */
    readonly path: string,
    /** Bytes on disk. */
    readonly bytes: number,
    /** SHA-256 of the first MiB. */
    readonly headHash: string,
    readonly packed: boolean,
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
        mustBeTextFile(path, isFolder, head);
        const hash = createHash('sha256').update(head).digest('hex');
        return new SourceFile(resolve(path), status.size, hash, head[0] === 0x1f && head[1] === 0x8b);
      } finally {
        await file.close();
      }
    } catch (cause) {
      if (cause instanceof CodedError) throw cause;
      const { message } = cause as Error;
      throw new CodedError('BAD_INPUT_FILE', `cannot read ${path}: ${message}`, {
        at: path,
        hint: 'give the path of a readable file',
        cause,
      });
    }
  }

  /** Unpacked bytes without a byte order mark; ends early, with `damage` set, where the file is truncated or corrupt. */
  async *chunks(): AsyncGenerator<Buffer, void, undefined> {
    let first = true;
    for await (const chunk of this.packed ? this.#unpacked() : this.#bytes(CHUNK)) {
      yield first ? this.#withoutMark(chunk) : chunk;
      first = false;
    }
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

  #withoutMark(chunk: Buffer): Buffer {
    if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))
      throw new CodedError('BAD_INPUT_FILE', 'the file is UTF-16, not UTF-8', {
        at: this.path,
        hint: `convert it first: iconv -f UTF-16 -t UTF-8 FILE > FILE.utf8`,
      });
    return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
  }
}
