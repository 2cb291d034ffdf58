import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Of folders that hold who is behind a pseudonym, or what leads to it: nobody else of the machine looks in. */
export const PRIVATE_FOLDER = 0o700;

/**
 * Makes a folder and those that it lies in; `mode` is that of the folder itself. Node's own way (`recursive`) goes round for ever where a file system says ENOENT of
 * a name in a folder that is there, as /proc does.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const path = resolve(folder);
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
