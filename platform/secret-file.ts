import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';

/** The 256 random bits that a file of a folder holds, made on first use and readable by its owner only. */
export function secretOf(folder: string, name: string): Buffer {
  const file = join(folder, name);
  if (!existsSync(file)) makeSecret(folder, file);
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}

/** Linked into place whole, so that of several services that start at once one makes it and all use it. */
function makeSecret(folder: string, file: string): void {
  makeFolder(folder);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
