import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms, pseudonymKey } from '#platform/pseudonym.js';
import { type EmbeddedStoreOptions, openEmbeddedStore } from './embedded/embedded-store.js';

export interface OpenStoreOptions extends Pick<EmbeddedStoreOptions, 'queryWorker' | 'cacheMiB'> {
  readonly dataFolder: string;
}

const FILE = 'jejaring.db';

/** The store of this installation, made on first use. Throws STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION. */
export async function openStore({ dataFolder, ...options }: OpenStoreOptions): Promise<Store> {
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
