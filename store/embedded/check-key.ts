import { CodedError } from '#domain/errors/coded-error.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import type { Database } from './database.js';

/** Accounts are found by their pseudonym: under another key every one of them would be added a second time. */
export function checkKey(database: Database, pseudonymize: Pseudonymize): void {
  const check = pseudonymize('', 'key check');
  database.run("INSERT OR IGNORE INTO meta VALUES ('pseudonym key check', ?)", check);
  const kept = database.get<{ value: string }>("SELECT value FROM meta WHERE key = 'pseudonym key check'")!.value;
  if (kept !== check)
    throw new CodedError('BAD_CONFIGURATION', 'the pseudonym key is not the one that this store was made with', {
      at: database.file,
      hint: 'put the original pseudonym.key back beside the store',
    });
}
