import { CodedError } from '#domain/errors/coded-error.js';
import { MATCHES_BY_STATE } from './claims/claim-schema.js';
import type { Database } from './database.js';
import { EMERGING_TABLES } from './emerging/emerging-schema.js';
import { SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4, SCHEMA_5, SCHEMA_6, SCHEMA_7, SCHEMA_8 } from './schema.js';
import { FINDINGS_BY_ID, SCHEMA_REVIEWS } from './schema-reviews.js';

/** Forward only; entry i leads from version i to i + 1. A released entry never changes. */
const MIGRATIONS: readonly string[] = [
  ...[SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4, SCHEMA_5, SCHEMA_6, SCHEMA_7],
  SCHEMA_8,
  EMERGING_TABLES,
  SCHEMA_REVIEWS,
  MATCHES_BY_STATE,
  FINDINGS_BY_ID,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings the file to SCHEMA_VERSION. Throws STORE_TOO_NEW for a file that a newer program wrote. */
export function migrate(database: Database): void {
  if (versionOf(database) === SCHEMA_VERSION) return;
  database.transaction(() => {
    const version = versionOf(database);
    if (version > SCHEMA_VERSION)
      throw new CodedError('STORE_TOO_NEW', `the store has schema ${version}, this program knows ${SCHEMA_VERSION}`, {
        at: database.file,
        hint: 'use the program version that wrote it, or a newer one',
      });
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

function versionOf(database: Database): number {
  return database.get<{ user_version: number }>('PRAGMA user_version')!.user_version;
}
