import { keyFingerprint, type Pseudonymize } from '#platform/pseudonym.js';
import { otherKey } from '../other-key.js';
import type { Database } from './database.js';

/** Accounts are found by their pseudonym: under another key every one of them would be added a second time. */
export function checkKey(database: Database, pseudonymize: Pseudonymize): void {
  const check = keyFingerprint(pseudonymize);
  database.run("INSERT OR IGNORE INTO meta VALUES ('pseudonym key check', ?)", check);
  const kept = database.get<{ value: string }>("SELECT value FROM meta WHERE key = 'pseudonym key check'")!.value;
  if (kept !== check) throw otherKey(database.file, check, kept);
}
