import { statSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';

/**
 * Throws BAD_PARAMETERS, before anything is read, for an output that is a folder, a device or a pipe. What a watch writes is
 * cut back, or renamed onto the name that was given: that would fail hours later, or put a file in the place of a device.
 */
export function mustBeFiles(outputs: Readonly<Record<string, string | undefined>>): void {
  for (const [option, path] of Object.entries(outputs)) {
    if (path === undefined || statSync(path, { throwIfNoEntry: false })?.isFile() !== false) continue;
    throw new CodedError('BAD_PARAMETERS', 'This is no file, and cannot become one', {
      at: `${option} ${path}`,
      hint: 'give the name of a file; it need not be there yet',
    });
  }
}
