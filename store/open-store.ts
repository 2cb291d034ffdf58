import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { makeFolder, PRIVATE_FOLDER } from '#platform/make-folder.js';
import { type Neo4jSettings, readNeo4jSettings } from '#platform/neo4j-settings.js';
import { readPolicy } from '#platform/policy-settings.js';
import { hasPseudonymKey, keyedPseudonyms, type Pseudonymize, pseudonymKey } from '#platform/pseudonym.js';
import { tracedPorts } from '#platform/tracing/traced-ports.js';
import { openEmbeddedStore } from './embedded/embedded-store.js';
import { openNeo4jStore } from './neo4j/neo4j-store.js';
import { keptFingerprint } from './neo4j/prepare.js';
import { otherKey } from './other-key.js';

export interface OpenStoreOptions {
  /** Holds the pseudonym key, and the embedded store. */
  readonly dataFolder: string;
  /** Refuses a place without a store instead of making one: a mistyped name would look like an empty store. */
  readonly existing?: boolean;
  /** For processes that serve: no long query in this thread, no long wait for a server that is away. */
  readonly serving?: boolean;
  /** Default: what the environment says; null asks for the embedded store whatever it says. */
  readonly neo4j?: Neo4jSettings | null;
}

export const EMBEDDED_FILE = 'jejaring.db';

/**
 * The store of this installation, made on first use: Neo4j where NEO4J_URI is set, else the embedded one. Throws
 * NOT_FOUND, STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataFolder, existing = false, serving = false, neo4j = readNeo4jSettings(process.env) } = options;
  const { reviewLastsMs } = readPolicy(process.env);
  if (neo4j === null)
    return tracedPorts(openEmbedded(dataFolder, existing, { queryWorker: serving, reviewLastsMs }), 'sqlite');
  const pseudonymize = await neo4jPseudonyms(dataFolder, { settings: neo4j, serving });
  const store = await openNeo4jStore({ settings: neo4j, pseudonymize, existing, serving, reviewLastsMs });
  return tracedPorts(store, 'neo4j');
}

function openEmbedded(
  dataFolder: string,
  existing: boolean,
  more: { queryWorker: boolean; reviewLastsMs: number },
): Store {
  if (existing && !existsSync(join(dataFolder, EMBEDDED_FILE)))
    throw new CodedError('NOT_FOUND', 'this folder holds no data', {
      at: dataFolder,
      hint: 'check --data or JEJARING_DATA; "jejaring import" and "jejaring start" make a new store',
    });
  return inFolder(dataFolder, () => {
    const pseudonymize = keyedPseudonyms(pseudonymKey(dataFolder));
    return openEmbeddedStore({ file: join(dataFolder, EMBEDDED_FILE), pseudonymize, ...more });
  });
}

/**
 * With the key of the folder, which is made where both folder and database have none. Throws BAD_CONFIGURATION before
 * anything is made where the database was made with another: the name of the folder may be mistyped.
 */
export async function neo4jPseudonyms(
  dataFolder: string,
  server: { readonly settings: Neo4jSettings; readonly serving?: boolean },
): Promise<Pseudonymize> {
  if (!hasPseudonymKey(dataFolder)) {
    const kept = await keptFingerprint(server);
    // Of several that start at once another one may have made it meanwhile.
    if (kept !== null && !hasPseudonymKey(dataFolder)) throw otherKey(server.settings.uri, null, kept);
  }
  return inFolder(dataFolder, () => keyedPseudonyms(pseudonymKey(dataFolder)));
}

/** Whatever a folder is unfit for becomes STORE_UNAVAILABLE. */
export function inFolder<T>(dataFolder: string, work: () => T): T {
  try {
    makeFolder(dataFolder, PRIVATE_FOLDER);
    return work();
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('STORE_UNAVAILABLE', `the data folder cannot be used: ${(cause as Error).message}`, {
      at: dataFolder,
      hint: 'set JEJARING_DATA to a folder that can be written',
      cause,
    });
  }
}
