import { closeSync, openSync, writeSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';

/** Opens a file to write results into, afresh. Throws BAD_INPUT_FILE when it cannot be written; `what` names the results. */
export function openOutput(path: string, what: string): number {
  return explaining(path, what, () => openSync(path, 'w'));
}

/** Writes all of the bytes: a write to a pipe may take only a part of them. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}

export function closeOutput(file: number): void {
  closeSync(file);
}

function explaining<T>(path: string, what: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new CodedError('BAD_INPUT_FILE', `The ${what} cannot be written (${(cause as NodeJS.ErrnoException).code})`, {
      at: path,
      hint: 'check that the folder is there and can be written to',
      cause,
    });
  }
}
