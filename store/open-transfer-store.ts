import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import type { TransferStore } from '#domain/ports/transfer-store.js';
import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import { keyedPseudonyms, pseudonymKey } from '#platform/pseudonym.js';
import { openEmbeddedTransfer } from './embedded/transfer/transfer-store.js';
import { openNeo4jTransfer } from './neo4j/transfer/transfer-store.js';
import { EMBEDDED_FILE, inFolder, neo4jPseudonyms } from './open-store.js';

export interface OpenTransferOptions {
  /** Holds the pseudonym key, and the embedded store. */
  readonly dataFolder: string;
  /** The source of a copy is there already; its target may be made. */
  readonly existing: boolean;
  /** null: the embedded store. */
  readonly neo4j: Neo4jSettings | null;
}

/**
 * One end of a copy. Both ends take the pseudonym key of one data folder, so that stores of different keys are refused.
 * Throws NOT_FOUND, STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION.
 */
export async function openTransferStore({ dataFolder, existing, neo4j }: OpenTransferOptions): Promise<TransferStore> {
  const file = join(dataFolder, EMBEDDED_FILE);
  if (neo4j === null && existing && !existsSync(file))
    throw new CodedError('NOT_FOUND', 'this folder holds no data to copy', {
      at: dataFolder,
      hint: 'check --data or JEJARING_DATA',
    });
  if (neo4j !== null) {
    const pseudonymize = await neo4jPseudonyms(dataFolder, { settings: neo4j });
    return openNeo4jTransfer({ settings: neo4j, pseudonymize, existing });
  }
  return inFolder(dataFolder, () =>
    openEmbeddedTransfer({ file, pseudonymize: keyedPseudonyms(pseudonymKey(dataFolder)) }),
  );
}
