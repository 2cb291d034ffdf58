import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIT_KEY_FILE } from '#platform/key-file.js';
import { secretOf } from '#platform/secret-file.js';
import { unreadableFile } from '#platform/unreadable-file.js';

/** The key of the seals, made on first use. */
export function auditKey(dataFolder: string): Buffer {
  return secretOf(dataFolder, AUDIT_KEY_FILE);
}

/** The key for whoever verifies: of a file that was kept elsewhere, or of the data folder, null where it has none. Throws BAD_INPUT_FILE. */
export function keyToVerify(dataFolder: string, file?: string): Buffer | null {
  try {
    return Buffer.from(readFileSync(file ?? join(dataFolder, AUDIT_KEY_FILE), 'utf8').trim(), 'hex');
  } catch (cause) {
    if (file === undefined && (cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const hint = 'give the file that was audit.key when the log was written, or --no-seals';
    throw unreadableFile(file ?? join(dataFolder, AUDIT_KEY_FILE), cause, { hint });
  }
}
