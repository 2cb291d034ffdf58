import { resolve } from 'node:path';
import { CodedError, type ErrorCode } from '#domain/errors/coded-error.js';

/** Why a file that somebody named cannot be opened. `hint` for what should stand there, where there is more to say. */
export function unreadableFile(
  path: string,
  cause: unknown,
  { code = 'BAD_INPUT_FILE', hint }: { readonly code?: ErrorCode; readonly hint?: string } = {},
): CodedError {
  const { code: fault, message } = cause as NodeJS.ErrnoException;
  const [what, whatToDo] = explained(path, fault ?? message);
  return new CodedError(code, what, { at: path, hint: hint === undefined ? whatToDo : `${whatToDo}; ${hint}`, cause });
}

function explained(path: string, fault: string): [string, string] {
  if (fault === 'ENOENT' || fault === 'ENOTDIR')
    return ['there is no such file', `check the name: it was looked for at ${resolve(path)}`];
  if (fault === 'EACCES' || fault === 'EPERM')
    return ['the file may not be read', 'let the user of this process read it'];
  if (fault === 'EISDIR') return ['this is a folder', 'name a file in it'];
  return [`the file cannot be read (${fault})`, 'check the file and the disk that it is on'];
}
