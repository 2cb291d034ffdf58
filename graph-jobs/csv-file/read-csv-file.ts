import { open, stat } from 'node:fs/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import { unreadableFile } from '#platform/unreadable-file.js';
import { mustBeTextFile } from '../text-file.js';
import { eachChunk } from './file-chunks.js';

/** Takes the bytes of a file as they come in. */
export interface BytesReader<Outcome> {
  /** With this chunk, which is valid during the call only, `share` of the file has been read. The next one comes when it is done. */
  push(chunk: Uint8Array, share: number): void | Promise<void>;
  finish(): Outcome;
}

export interface ReadListener {
  /** Bytes read of the bytes that there are. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the reading with STOPPED. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a text file, plain or gzip (told by its first bytes). Throws BAD_INPUT_FILE, naming the file, when it cannot be opened,
 * is cut off, or is none that the reader takes.
 */
export async function readCsvFile<Outcome>(
  file: string,
  reader: BytesReader<Outcome>,
  { onProgress, signal }: ReadListener = {},
): Promise<Outcome> {
  try {
    const status = await stat(file);
    const head = status.isDirectory() ? new Uint8Array() : await firstBytes(file);
    mustBeTextFile(file, status.isDirectory(), head);
    await eachChunk(file, head[0] === 0x1f && head[1] === 0x8b, async (chunk, bytesRead) => {
      if (signal?.aborted) throw new CodedError('STOPPED', 'Stopped while the file was being read', { at: file });
      await reader.push(chunk, bytesRead / status.size);
      onProgress?.(bytesRead, status.size);
    });
    return reader.finish();
  } catch (error) {
    throw explained(file, error);
  }
}

async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function explained(file: string, error: unknown): unknown {
  if (error instanceof CodedError)
    return new CodedError(error.code, error.message, {
      at: error.at === file ? file : `${file}, ${error.at}`,
      hint: error.hint ?? '',
    });
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_'))
    return new CodedError('BAD_INPUT_FILE', 'The gzip data is damaged or cut off', {
      at: file,
      hint: 'fetch the file again; `gzip -t FILE` tells whether it is whole',
      cause: error,
    });
  if (code === '') return error;
  return unreadableFile(file, error);
}
