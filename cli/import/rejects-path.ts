import { accessSync, constants, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** `FILE.rejects.ndjson`: in the folder asked for, else beside the file, else, where that is read-only, with the data. */
export function rejectsPath(file: string, asked: string | undefined, dataFolder: string): string {
  const name = `${basename(file)}.rejects.ndjson`;
  if (asked === undefined && isWritable(dirname(file))) return join(dirname(file), name);
  const folder = asked ?? join(dataFolder, 'rejects');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
