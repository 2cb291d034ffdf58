import { accessSync, constants, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';

/**
 * Where the rejected rows of each file go, `FILE.rejects.ndjson`: in the folder asked for, else beside the file, else,
 * where that is read-only, with the data. Throws BAD_PARAMETERS when two files would write to one.
 */
export function rejectsPaths(
  files: readonly string[],
  asked: string | undefined,
  dataFolder: string,
  kind = 'rejects',
): string[] {
  const paths = files.map((file) => rejectsPath(file, asked, dataFolder, kind));
  const writers = new Map<string, string>();
  for (const [i, path] of paths.entries()) {
    const file = resolve(files[i]!);
    if ((writers.get(path) ?? file) !== file)
      throw new CodedError('BAD_PARAMETERS', `two files would write their rejects to ${path}`, {
        at: '--rejects',
        hint: 'import files of the same name one after the other, with a folder each',
      });
    writers.set(path, file);
  }
  return paths;
}

function rejectsPath(file: string, asked: string | undefined, dataFolder: string, kind: string): string {
  const name = `${basename(file)}.${kind}.ndjson`;
  if (asked === undefined && isWritable(dirname(file))) return resolve(dirname(file), name);
  const folder = resolve(asked ?? join(dataFolder, 'rejects'));
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
