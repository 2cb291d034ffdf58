import { accessSync, closeSync, constants, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { AUDIT_KEY_FILE, KEY_FILE } from '#platform/key-file.js';

/** What every SQLite database begins with. */
const DATABASE = 'SQLite format 3\0';

/**
 * Throws BAD_PARAMETERS, before anything is read or overwritten, where a file to be written is the input or another one to
 * be written, is a database or the key of the pseudonyms, or lies where nothing can be written: that is told before hours of
 * work. Makes nothing, and says which files that are there will be replaced, unless it is told that none will. `input` is null
 * where no file is read; `outputs` are paths by option.
 */
export function checkOutputs(
  input: string | null,
  outputs: Readonly<Record<string, string | undefined>>,
  { replaces = true }: { readonly replaces?: boolean } = {},
): void {
  const taken = new Map(input === null ? [] : [[realPath(input), 'the file to be read']]);
  for (const [option, path] of Object.entries(outputs)) {
    if (path === undefined) continue;
    mustBeWritable(option, path);
    const real = realPath(path);
    mustNotBeKept(real, `${option} ${path}`);
    const other = taken.get(real);
    if (other !== undefined)
      throw new CodedError('BAD_PARAMETERS', `This file is ${other}: it would be overwritten`, {
        at: `${option} ${path}`,
        hint: 'give it a name of its own',
      });
    taken.set(real, `also that of ${option}`);
    const isReplaced = replaces && statSync(real, { throwIfNoEntry: false })?.isFile() === true;
    if (isReplaced) console.error(`${path} is there already and will be replaced (${option})`);
  }
}

function mustBeWritable(option: string, path: string): void {
  const there = existsSync(path);
  if (there && statSync(path).isDirectory())
    throw new CodedError('BAD_PARAMETERS', 'This is a folder', { at: `${option} ${path}`, hint: 'name a file in it' });
  try {
    accessSync(there ? path : dirname(resolve(path)), constants.W_OK);
  } catch (cause) {
    throw new CodedError('BAD_PARAMETERS', `Nothing can be written there (${(cause as NodeJS.ErrnoException).code})`, {
      at: `${option} ${path}`,
      hint: 'check that the folder is there and can be written to',
      cause,
    });
  }
}

/** No command makes a store or a key anew: whatever it would write there, the data behind it is lost. */
function mustNotBeKept(real: string, at: string): void {
  const kept = keptAs(real);
  if (kept === null) return;
  throw new CodedError('BAD_PARAMETERS', `This is ${kept}: it would be overwritten`, {
    at,
    hint: 'give the file another name',
  });
}

function keptAs(path: string): string | null {
  if (basename(path) === KEY_FILE) return 'the name of the key of the pseudonyms';
  if (basename(path) === AUDIT_KEY_FILE) return 'the name of the key of the audit log';
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(DATABASE.length);
    readSync(file, head, 0, head.length, 0);
    return head.toString('latin1') === DATABASE ? 'a database' : null;
  } finally {
    closeSync(file);
  }
}

/** Links followed as far as they lead to something that is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const whole = resolve(path);
    return dirname(whole) === whole ? whole : join(realPath(dirname(whole)), basename(whole));
  }
}
