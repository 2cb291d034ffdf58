import type { Behaviour } from '#domain/action.js';
import { readCsvFile } from '../../csv-file/read-csv-file.js';
import type { ActionFileMapping } from './action-file-mapping.js';
import { type ActionFile, ActionFileReader } from './action-file-reader.js';

/**
 * Reads a CSV of actions, plain or gzip (told by its first bytes). `onProgress` gets the bytes read of the bytes there
 * are. Throws BAD_INPUT_FILE when the file cannot be opened, is cut off, or lacks the columns.
 */
export async function readActionFile(
  file: string,
  mapping: ActionFileMapping,
  behaviour: Behaviour,
  onProgress?: (done: number, total: number) => void,
): Promise<ActionFile> {
  const reader = new ActionFileReader(mapping, { emptyObjects: behaviour === 'CO_TEXT' });
  const bytes = {
    push: (chunk: Uint8Array, share: number) => reader.push(chunk, share),
    finish: () => reader.finish(behaviour),
  };
  return readCsvFile(file, bytes, { onProgress });
}
