import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';

/**
 * Throws BAD_PARAMETERS, before anything is read or overwritten, where a file to be written is the input or another one to
 * be written, or lies where nothing can be written: that is told before hours of work. Makes nothing. `outputs` are paths by option.
 */
export function checkOutputs(input: string, outputs: Readonly<Record<string, string | undefined>>): void {
  const taken = new Map([[realPath(input), 'the file to be read']]);
  for (const [option, path] of Object.entries(outputs)) {
    if (path === undefined) continue;
    mustBeWritable(option, path);
    const real = realPath(path);
    const other = taken.get(real);
    if (other !== undefined)
      throw new CodedError('BAD_PARAMETERS', `This file is ${other}: it would be overwritten`, {
        at: `${option} ${path}`,
        hint: 'give it a name of its own',
      });
    taken.set(real, `also that of ${option}`);
  }
}

function mustBeWritable(option: string, path: string): void {
  try {
    accessSync(existsSync(path) ? path : dirname(resolve(path)), constants.W_OK);
  } catch (cause) {
    throw new CodedError('BAD_PARAMETERS', `Nothing can be written there (${(cause as NodeJS.ErrnoException).code})`, {
      at: `${option} ${path}`,
      hint: 'check that the folder is there and can be written to',
      cause,
    });
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
