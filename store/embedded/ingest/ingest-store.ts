import type { IngestRow } from '#domain/ingest-record.js';
import type {
  BatchOutcome,
  ImportCheckpoint,
  ImportSession,
  ImportSource,
  IngestStore,
} from '#domain/ports/ingest-store.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import { Batch } from '../../ingest/batch.js';
import { BatchAccounts } from '../../ingest/batch-accounts.js';
import { BatchMentions } from '../../ingest/batch-mentions.js';
import { BatchNames } from '../../ingest/batch-names.js';
import { checkRow } from '../../ingest/row-check.js';
import type { Database } from '../database.js';
import type { IssueMembership } from '../issues/issue-membership.js';
import type { Platforms } from '../platforms.js';
import { readAccounts, writeAccounts } from './account-rows.js';
import { ImportSessions } from './import-sessions.js';
import { readMentions } from './read-mentions.js';
import { writeMentions } from './write-mentions.js';

const NEXT = {
  account: 'SELECT coalesce(max(id), 0) + 1 AS id FROM account',
  mention: 'SELECT coalesce(max(id), 0) + 1 AS id FROM mention',
} as const;
const PARENT_OF = 'SELECT parent_id FROM mention WHERE id = ?';

interface Parts {
  readonly database: Database;
  readonly platforms: Platforms;
  readonly membership: IssueMembership;
  readonly pseudonymize: Pseudonymize;
  readonly now: () => number;
}

/** Each batch is read together, decided in memory and written together: a few statements a row instead of dozens. */
export class EmbeddedIngestStore implements IngestStore {
  readonly #parts: Parts;
  readonly #sessions: ImportSessions;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#sessions = new ImportSessions(parts.database, parts.now);
  }

  async begin(source: ImportSource): Promise<ImportSession> {
    return this.#sessions.begin(source);
  }

  async unfinished(path: string): Promise<ImportSession | null> {
    return this.#sessions.unfinished(path);
  }

  async resume(importId: number): Promise<ImportSession> {
    return this.#sessions.resume(importId);
  }

  async finish(importId: number): Promise<ImportSession> {
    return this.#sessions.finish(importId);
  }

  async write(
    importId: number,
    rows: readonly IngestRow[],
    checkpoint: (outcome: BatchOutcome) => ImportCheckpoint,
    before?: Promise<unknown>,
  ): Promise<BatchOutcome> {
    await before;
    try {
      return this.#parts.database.transaction(() => {
        const outcome = this.#apply(importId, rows);
        this.#sessions.advance(importId, outcome, checkpoint(outcome));
        return outcome;
      });
    } catch (error) {
      this.#parts.platforms.forget();
      throw error;
    }
  }

  #apply(importId: number, rows: readonly IngestRow[]): BatchOutcome {
    const { database, platforms, pseudonymize, membership } = this.#parts;
    const startedAt = this.#sessions.startedAt(importId);
    const checked = rows.map(checkRow);
    const names = new BatchNames(checked, pseudonymize);
    const accounts = new BatchAccounts(names, readAccounts(database, names.pseudonyms), numbered(database, 'account'));
    const mentions = new BatchMentions({
      stored: readMentions(database, platforms, importId, names.mentions),
      newKey: numbered(database, 'mention'),
      parentOf: (id) => database.get<{ parent_id: number | null }>(PARENT_OF, id)!.parent_id,
    });
    const batch = new Batch({ accounts, mentions, startedAt });
    for (const row of checked) batch.apply(row);
    const accountChanges = accounts.changes();
    writeAccounts(database, platforms, accountChanges);
    const written = writeMentions(database, platforms, importId, mentions.all);
    const seen = database.prepare('INSERT INTO import_seen (import_id, mention_id, line) VALUES (?, ?, ?)');
    for (const [mentionId, line] of batch.seenAgain) seen.run(importId, mentionId, line);
    membership.settle(written, accountChanges.renamed);
    const { added, updated, unchanged, rejected } = batch;
    return { added, updated, unchanged, ...accountChanges.counts, rejected };
  }
}

/** Gives the numbers behind the largest one of a table. */
function numbered(database: Database, table: 'account' | 'mention'): () => number {
  let next = database.get<{ id: number }>(NEXT[table])!.id;
  return () => next++;
}
