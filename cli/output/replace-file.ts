import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file that others may look at meanwhile: they find the old one or the new one, never half of it. */
export function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
