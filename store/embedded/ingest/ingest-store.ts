import type { AccountRecord, IngestRow } from '#domain/ingest-record.js';
import type {
  BatchOutcome,
  ImportCheckpoint,
  ImportSession,
  ImportSource,
  IngestStore,
} from '#domain/ports/ingest-store.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import type { Database } from '../database.js';
import type { IssueMembership } from '../issues/issue-membership.js';
import type { Platforms } from '../platforms.js';
import { Batch } from './batch.js';
import { BatchAccounts } from './batch-accounts.js';
import { BatchMentions } from './batch-mentions.js';
import { ImportSessions } from './import-sessions.js';
import { type CheckedRow, checkRow } from './row-check.js';
import { writeMentions } from './write-mentions.js';

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
  ): Promise<BatchOutcome> {
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
    const named = namesOf(checked, platforms);
    const accounts = new BatchAccounts(database, platforms, pseudonymize, named.accounts);
    const mentions = new BatchMentions(database, importId, named.mentions);
    const batch = new Batch({ platforms, accounts, mentions, startedAt });
    for (const row of checked) batch.apply(row);
    const { renamed, ...accountCounts } = accounts.flush();
    const written = writeMentions(database, importId, mentions.all);
    const seen = database.prepare('INSERT INTO import_seen (import_id, mention_id, line) VALUES (?, ?, ?)');
    for (const [mentionId, line] of batch.seenAgain) seen.run(importId, mentionId, line);
    membership.settle(written, renamed);
    const { added, updated, unchanged, rejected } = batch;
    return { added, updated, unchanged, ...accountCounts, rejected };
  }
}

/** Accounts and mentions, parents included, that these rows name. */
function namesOf(rows: readonly CheckedRow[], platforms: Platforms) {
  const accounts: AccountRecord[] = [];
  const mentions = new Map<number, Set<string>>();
  for (const { row, fault } of rows) {
    if (fault !== null) continue;
    const { record } = row;
    accounts.push(record.type === 'mention' ? record.mention.account : record.account);
    if (record.type === 'account') continue;
    const platformId = platforms.findOrAdd(record.mention.account.platform);
    const nativeIds = mentions.get(platformId) ?? new Set();
    mentions.set(platformId, nativeIds.add(record.mention.nativeId));
    if (record.mention.parentNativeId !== null) nativeIds.add(record.mention.parentNativeId);
  }
  return { accounts, mentions };
}
