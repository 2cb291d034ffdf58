import { open, stat } from 'node:fs/promises';
import type { Behaviour } from '#domain/action.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { mustBeTextFile } from '../../text-file.js';
import { type ActionFile, actionFile } from './action-file.js';
import type { ActionFileMapping } from './action-file-mapping.js';
import { ActionFileReader, type ActionRowsFile } from './action-file-reader.js';
import { eachChunk } from './file-chunks.js';

/** The actions of a file as columns, see readActionRows(). */
export async function readActionFile(
  file: string,
  mapping: ActionFileMapping,
  behaviour: Behaviour,
  onProgress?: (done: number, total: number) => void,
): Promise<ActionFile> {
  return actionFile(await readActionRows(file, mapping, behaviour, onProgress), behaviour);
}

/**
 * Reads a CSV of actions, plain or gzip (told by its first bytes). `onProgress` gets the bytes read of the bytes there
 * are. Throws BAD_INPUT_FILE when the file cannot be opened, is cut off, or lacks the columns.
 */
export async function readActionRows(
  file: string,
  mapping: ActionFileMapping,
  behaviour: Behaviour,
  onProgress?: (done: number, total: number) => void,
): Promise<ActionRowsFile> {
  const reader = new ActionFileReader(mapping, { emptyObjects: behaviour === 'CO_TEXT' });
  try {
    const status = await stat(file);
    const head = status.isDirectory() ? new Uint8Array() : await firstBytes(file);
    mustBeTextFile(file, status.isDirectory(), head);
    await eachChunk(file, head[0] === 0x1f && head[1] === 0x8b, (chunk, bytesRead) => {
      reader.push(chunk, bytesRead / status.size);
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
  return new CodedError('BAD_INPUT_FILE', `The file cannot be read (${code})`, {
    at: file,
    hint: 'check the path and the permissions',
    cause: error,
  });
}
