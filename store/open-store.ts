import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms, pseudonymKey } from '#platform/pseudonym.js';
import { type EmbeddedStoreOptions, openEmbeddedStore } from './embedded/embedded-store.js';

export interface OpenStoreOptions extends Pick<EmbeddedStoreOptions, 'queryWorker' | 'cacheMiB'> {
  readonly dataFolder: string;
  /** Refuses a folder without a store instead of making one: a mistyped folder would look like an empty one. */
  readonly existing?: boolean;
}

const FILE = 'jejaring.db';

/** The store of this installation, made on first use. Throws NOT_FOUND, STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION. */
export async function openStore({ dataFolder, existing = false, ...options }: OpenStoreOptions): Promise<Store> {
  if (existing && !existsSync(join(dataFolder, FILE)))
    throw new CodedError('NOT_FOUND', 'this folder holds no data', {
      at: dataFolder,
      hint: 'check --data or JEJARING_DATA; "jejaring import" and "jejaring start" make a new store',
    });
  try {
    mkdirSync(dataFolder, { recursive: true });
    const pseudonymize = keyedPseudonyms(pseudonymKey(dataFolder));
    return openEmbeddedStore({ file: join(dataFolder, FILE), pseudonymize, ...options });
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('STORE_UNAVAILABLE', `the data folder cannot be used: ${(cause as Error).message}`, {
      at: dataFolder,
      hint: 'set JEJARING_DATA to a folder that can be written',
      cause,
    });
  }
}
