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
import { BatchAccounts, type StoredAccount } from '../../ingest/batch-accounts.js';
import { BatchMentions, type StoredMention } from '../../ingest/batch-mentions.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import { Neo4jIssueMembership } from '../issues/issue-membership.js';
import { isDuplicate } from '../store-errors.js';
import { MARK_SEEN } from './batch-rows.cypher.js';
import { ImportSessions, type StoredImport } from './import-sessions.js';
import { ImportTurns, type Turn } from './import-turns.js';
import { lockAccounts, lockMentions, readAncestors } from './read-batch.js';
import { type ReadyBatch, readyBatch } from './ready-batch.js';
import { writeAccounts } from './write-accounts.js';
import { writeMentions } from './write-mentions.js';

interface Parts {
  readonly connection: Neo4jConnection;
  readonly pseudonymize: Pseudonymize;
  readonly now: () => number;
}

interface Stored {
  readonly accounts: readonly StoredAccount<string>[];
  readonly mentions: readonly StoredMention<string>[];
}

/** Each batch is one transaction: locked and read together, decided in memory, written together. */
export class Neo4jIngestStore implements IngestStore {
  readonly #parts: Parts;
  readonly #sessions: ImportSessions;
  readonly #turns = new ImportTurns();
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
    before?: Promise<unknown>,
  ): Promise<BatchOutcome> {
    const batch = readyBatch(rows, this.#parts.pseudonymize, checkpoint);
    return this.#turns.take(importId, before, (turn) => againWhereTwoCreated(() => this.#write(importId, batch, turn)));
  }

  #write(importId: number, batch: ReadyBatch, turn: Turn): Promise<BatchOutcome> {
    return this.#parts.connection.write(async (cypher) => {
      // Sent at once: the lock of the import is the first that the transaction takes.
      const [session, accounts, stored] = await Promise.all([
        this.#sessions.lock(cypher, importId).finally(turn.locked),
        lockAccounts(cypher, batch),
        lockMentions(cypher, importId, batch),
      ]);
      await turn.written();
      // The commit of the first try went through, and the answer was lost.
      if (session.lastBatch === batch.id) return JSON.parse(session.lastOutcome!) as BatchOutcome;
      const outcome = await this.#apply(cypher, session, batch, { accounts, mentions: stored });
      await this.#sessions.advance(cypher, importId, batch.id, outcome, batch.checkpoint(outcome));
      return outcome;
    });
  }

  async #apply(cypher: Cypher, session: StoredImport, { rows, names }: ReadyBatch, stored: Stored) {
    const importId = session.id;
    const accounts = new BatchAccounts(names, stored.accounts, (pseudonym) => pseudonym);
    const ancestors = await readAncestors(cypher, stored.mentions);
    const mentions = new BatchMentions<string>({
      stored: stored.mentions,
      newKey: mentionId,
      parentOf: (id) => ancestors.get(id) ?? null,
    });
    const batch = new Batch({ accounts, mentions, startedAt: session.startedAt });
    for (const row of rows) batch.apply(row);
    const accountChanges = accounts.changes();
    const accountsWritten = writeAccounts(cypher, accountChanges);
    const { written, ...changed } = writeMentions(cypher, importId, mentions.all);
    const seen = markSeen(cypher, importId, batch.seenAgain);
    // What settling reads comes behind all that: a transaction does its statements in the order in which they are sent.
    const settled = this.#membership.settle(cypher, changed, accountChanges.renamed);
    await Promise.all([accountsWritten, written, seen, settled]);
    const { added, updated, unchanged, rejected } = batch;
    return { added, updated, unchanged, ...accountChanges.counts, rejected };
  }
}

async function markSeen(cypher: Cypher, importId: number, seen: Batch<string>['seenAgain']): Promise<void> {
  if (seen.length === 0) return;
  await cypher.run(MARK_SEEN, { importId, rows: seen.map(([id, line]) => ({ id, line })) });
}

const MOST_TRIES = 10;

/** Another import has created an account or a mention that this batch was to create: it is found the next time. */
async function againWhereTwoCreated<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDuplicate(error) || tries === MOST_TRIES) throw error;
    }
  }
}
