import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import { unreadableFile } from '#platform/unreadable-file.js';
import { mustBeTextFile } from '../../../text-file.js';

/** QUIET: nothing came for a moment. CUT, REPLACED (by another file of this name): what follows is from the start. */
export type FeedPiece = Uint8Array | 'QUIET' | 'CUT' | 'REPLACED';

const CHUNK = 1 << 16;
const POLL_MS = 250;

export interface FileFeedOptions {
  readonly offset: number;
  /** Wait for more at the end of the file, as `tail -F` does. */
  readonly follow: boolean;
  readonly signal: AbortSignal;
}

/** The bytes of a file from an offset on, until its end or, where it is followed, until the signal. Throws BAD_INPUT_FILE. */
export async function* fileBytes(path: string, options: FileFeedOptions): AsyncGenerator<FeedPiece> {
  const { follow, signal } = options;
  let file = await opened(path);
  let at = options.offset;
  try {
    if (at > (await file.stat()).size) {
      at = 0;
      yield 'CUT';
    }
    let change: 'CUT' | 'REPLACED' | null = null;
    while (!signal.aborted) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at);
      at += bytesRead;
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      else if (!follow) return;
      else if (change !== null) {
        await file.close();
        file = await opened(path);
        at = 0;
        yield change;
        change = null;
      } else {
        // It is read once more before it is left: rows may have come just before it was renamed.
        change = await changeOf(path, file, at);
        if (change !== null) continue;
        yield 'QUIET';
        await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  } finally {
    await file.close();
  }
}

/** The bytes of a pipe, until its end or the signal. */
export async function* pipeBytes(pipe: Readable, signal: AbortSignal): AsyncGenerator<FeedPiece> {
  const pieces = pipe[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let next = pieces.next();
  while (!signal.aborted) {
    const quiet = pause(POLL_MS, 'QUIET' as const, { signal }).catch(() => 'QUIET' as const);
    const piece = await Promise.race([next, quiet]);
    if (piece === 'QUIET') yield piece;
    else if (piece.done) return;
    else {
      yield piece.value;
      next = pieces.next();
    }
  }
}

/** Tells one file that is open from another that has taken its name. */
async function inodeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ ino }) => ino,
    () => null,
  );
}

async function changeOf(path: string, file: FileHandle, read: number): Promise<'CUT' | 'REPLACED' | null> {
  const { ino, size } = await file.stat();
  const now = await inodeOf(path);
  if (now !== null && now !== ino) return 'REPLACED';
  return size < read ? 'CUT' : null;
}

async function opened(path: string): Promise<FileHandle> {
  let file: FileHandle | null = null;
  try {
    const status = await stat(path);
    file = await open(path);
    await mustBeFeed(path, file, status.isDirectory());
    return file;
  } catch (cause) {
    await file?.close();
    if (cause instanceof CodedError) throw cause;
    throw unreadableFile(path, cause);
  }
}

async function mustBeFeed(path: string, file: FileHandle, isDirectory: boolean): Promise<void> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, isDirectory ? 0 : 4, 0);
  const head = buffer.subarray(0, bytesRead);
  mustBeTextFile(path, isDirectory, head);
  if (head[0] === 0x1f && head[1] === 0x8b)
    throw new CodedError('BAD_INPUT_FILE', 'A file that is watched cannot be gzip', {
      at: path,
      hint: `unpack it: gzip -dc ${path} | jejaring watch -`,
    });
}
