import { randomUUID } from 'node:crypto';
import type { IngestRow } from '#domain/ingest-record.js';
import { mentionId } from '#domain/mention.js';
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
import type { Cypher, Neo4jConnection } from '../connection.js';
import { Neo4jIssueMembership } from '../issues/issue-membership.js';
import { DROP_UNUSED_ACCOUNTS, DROP_UNUSED_MENTIONS, MARK_SEEN } from './batch-rows.cypher.js';
import { ImportSessions } from './import-sessions.js';
import { lockAccounts, lockMentions, readAncestors } from './read-batch.js';
import { writeAccounts } from './write-accounts.js';
import { writeMentions } from './write-mentions.js';

interface Parts {
  readonly connection: Neo4jConnection;
  readonly pseudonymize: Pseudonymize;
  readonly now: () => number;
}

/** Each batch is one transaction: locked and read together, decided in memory, written together. */
export class Neo4jIngestStore implements IngestStore {
  readonly #parts: Parts;
  readonly #sessions: ImportSessions;
  readonly #membership = new Neo4jIssueMembership();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#sessions = new ImportSessions(parts.connection, parts.now);
  }

  begin(source: ImportSource): Promise<ImportSession> {
    return this.#sessions.begin(source);
  }

  unfinished(path: string): Promise<ImportSession | null> {
    return this.#sessions.unfinished(path);
  }

  resume(importId: number): Promise<ImportSession> {
    return this.#sessions.resume(importId);
  }

  finish(importId: number): Promise<ImportSession> {
    return this.#sessions.finish(importId);
  }

  write(
    importId: number,
    rows: readonly IngestRow[],
    checkpoint: (outcome: BatchOutcome) => ImportCheckpoint,
  ): Promise<BatchOutcome> {
    const batch = randomUUID();
    return this.#parts.connection.write(async (cypher) => {
      const session = await this.#sessions.lock(cypher, importId);
      // The commit of the first try went through, and the answer was lost.
      if (session.lastBatch === batch) return JSON.parse(session.lastOutcome!) as BatchOutcome;
      const outcome = await this.#apply(cypher, importId, session.startedAt, rows);
      await this.#sessions.advance(cypher, importId, batch, outcome, checkpoint(outcome));
      return outcome;
    });
  }

  async #apply(cypher: Cypher, importId: number, startedAt: number, rows: readonly IngestRow[]): Promise<BatchOutcome> {
    const checked = rows.map(checkRow);
    const names = new BatchNames(checked, this.#parts.pseudonymize);
    const accounts = new BatchAccounts(names, await lockAccounts(cypher, names.pseudonyms), (pseudonym) => pseudonym);
    const locked = await lockMentions(cypher, importId, names.mentions);
    const ancestors = await readAncestors(cypher, locked.stored);
    const mentions = new BatchMentions<string>({
      stored: locked.stored,
      newKey: mentionId,
      parentOf: (id) => ancestors.get(id) ?? null,
    });
    const batch = new Batch({ accounts, mentions, startedAt });
    for (const row of checked) batch.apply(row);
    const accountChanges = accounts.changes();
    await writeAccounts(cypher, accountChanges);
    const written = await writeMentions(cypher, importId, mentions.all);
    await markSeen(cypher, importId, batch.seenAgain);
    if (batch.rejected.length > 0) await dropUnused(cypher, names.pseudonyms, locked.ids);
    await this.#membership.settle(cypher, written, accountChanges.renamed);
    const { added, updated, unchanged, rejected } = batch;
    return { added, updated, unchanged, ...accountChanges.counts, rejected };
  }
}

async function markSeen(cypher: Cypher, importId: number, seen: Batch<string>['seenAgain']): Promise<void> {
  if (seen.length === 0) return;
  await cypher.run(MARK_SEEN, { importId, rows: seen.map(([id, line]) => ({ id, line })) });
}

/** Rows that were refused may have been the only ones to name an account or a mention. */
async function dropUnused(cypher: Cypher, accounts: readonly string[], mentions: readonly string[]): Promise<void> {
  await cypher.run(DROP_UNUSED_MENTIONS, { ids: mentions });
  await cypher.run(DROP_UNUSED_ACCOUNTS, { ids: accounts });
}
