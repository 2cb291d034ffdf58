import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';

const BUFFER = 1 << 18;

export interface FileToWrite {
  readonly path: string;
  readonly parts: Iterable<string | Buffer>;
}

export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes files as their parts come, a quarter of a megabyte of them in memory: first as drafts, which take their names once
 * all are whole. `onParts` hears how many parts are written; what it throws, and any fault, leaves nothing behind. Throws
 * BAD_PARAMETERS where nothing can be written.
 */
export async function writeFiles(
  files: readonly FileToWrite[],
  onParts: (parts: number) => void = () => undefined,
): Promise<WrittenFile[]> {
  let parts = 0;
  const written: WrittenFile[] = [];
  try {
    for (const file of files)
      written.push(
        await writeDraft(file, (more) => {
          parts += more;
          onParts(parts);
        }),
      );
    for (const { path } of files) await rename(draftOf(path), path);
    return written;
  } catch (cause) {
    for (const { path } of files) await rm(draftOf(path), { force: true });
    throw explained(cause);
  }
}

function draftOf(path: string): string {
  return `${path}.draft`;
}

async function writeDraft({ path, parts }: FileToWrite, onParts: (more: number) => void): Promise<WrittenFile> {
  const digest = createHash('sha256');
  const file = await open(draftOf(path), 'w');
  let bytes = 0;
  const flush = async (chunk: Buffer, count: number) => {
    await file.appendFile(chunk);
    digest.update(chunk);
    bytes += chunk.length;
    onParts(count);
  };
  try {
    let [text, count] = ['', 0];
    for (const part of parts) {
      if (typeof part !== 'string') {
        await flush(part, 1);
        continue;
      }
      text += part;
      count += 1;
      if (text.length < BUFFER) continue;
      await flush(Buffer.from(text), count);
      [text, count] = ['', 0];
    }
    await flush(Buffer.from(text), count);
  } finally {
    await file.close();
  }
  return { name: basename(path), bytes, sha256: digest.digest('hex') };
}

function explained(cause: unknown): unknown {
  const { code, path, message } = cause as NodeJS.ErrnoException;
  if (cause instanceof CodedError || code === undefined) return cause;
  return new CodedError('BAD_PARAMETERS', `the files cannot be written: ${message}`, {
    at: path ?? '--out',
    hint: 'name a place in a folder that exists and can be written, with room for the files',
    cause,
  });
}
