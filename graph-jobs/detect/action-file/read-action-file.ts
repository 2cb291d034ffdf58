import type { Behaviour } from '#domain/action.js';
import { readCsvFile } from '../../csv-file/read-csv-file.js';
import { type ActionFile, actionFile } from './action-file.js';
import type { ActionFileMapping } from './action-file-mapping.js';
import { ActionFileReader, type ActionRowsFile } from './action-file-reader.js';

type Progress = (done: number, total: number) => void;

/** The actions of a file as columns, see readActionRows(). */
export async function readActionFile(
  file: string,
  mapping: ActionFileMapping,
  behaviour: Behaviour,
  onProgress?: Progress,
): Promise<ActionFile> {
  return actionFile(await readActionRows(file, mapping, behaviour, onProgress), behaviour);
}

/**
 * Reads a CSV of actions, plain or gzip (told by its first bytes). `onProgress` gets the bytes read of the bytes there
 * are. Throws BAD_INPUT_FILE when the file cannot be opened, is cut off, or lacks the columns.
 */
export function readActionRows(
  file: string,
  mapping: ActionFileMapping,
  behaviour: Behaviour,
  onProgress?: Progress,
): Promise<ActionRowsFile> {
  const reader = new ActionFileReader(mapping, { emptyObjects: behaviour === 'CO_TEXT' });
  return readCsvFile(file, reader, { onProgress });
}
