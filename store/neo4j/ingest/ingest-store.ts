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
import type { Cypher, Neo4jConnection } from '../connection.js';
import { Neo4jIssueMembership } from '../issues/issue-membership.js';
import { isDuplicate } from '../store-errors.js';
import { MARK_SEEN } from './batch-rows.cypher.js';
import { comesTrue, type Foresight, lookAhead, Misjudged, Outlook } from './foresight.js';
import { ImportSessions, type StoredImport } from './import-sessions.js';
import { ImportTurns, type Turn, type Waiting } from './import-turns.js';
import { type BatchReads, lockBatch, readAncestors } from './read-batch.js';
import { type ReadyBatch, readyBatch } from './ready-batch.js';
import { writeAccounts } from './write-accounts.js';
import { writeMentions } from './write-mentions.js';

interface Parts {
  readonly connection: Neo4jConnection;
  readonly pseudonymize: Pseudonymize;
  readonly now: () => number;
}

/** What a batch is decided by. */
type Stored = Pick<Foresight, 'accounts' | 'mentions' | 'ancestors' | 'startedAt'>;

/** Each batch is one transaction: locked and read together, decided in memory, written together. */
export class Neo4jIngestStore implements IngestStore {
  readonly #parts: Parts;
  readonly #sessions: ImportSessions;
  readonly #turns = new ImportTurns();
  readonly #outlook = new Outlook();
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
    return this.#turns.take(importId, batch, before, (turn) =>
      againWhereTwoCreated(() => this.#write(importId, batch, turn)),
    );
  }

  #write(importId: number, batch: ReadyBatch, turn: Turn): Promise<BatchOutcome> {
    return this.#parts.connection.write(async (cypher) => {
      // Sent at once: the lock of the import is the first that the transaction takes.
      const locks = Promise.all([
        this.#sessions.lock(cypher, importId).finally(turn.locked),
        lockBatch(cypher, importId, batch),
      ]);
      const foresight = await Promise.race([turn.foretold(), locks.then(() => null)]);
      const guessed = foresight === null ? null : this.#apply(cypher, importId, batch, foresight);
      // Heard of below, unless the locks fail first.
      guessed?.catch(() => undefined);
      const [session, found] = await locks;
      await turn.written(session.lastBatch);
      if (foresight !== null && !comesTrue(foresight, session, found)) {
        this.#outlook.misjudged(importId);
        throw new Misjudged();
      }
      // The commit of the first try went through, and the answer was lost.
      if (session.lastBatch === batch.id) return JSON.parse(session.lastOutcome!) as BatchOutcome;
      const outcome = await (guessed ?? this.#decide(cypher, session, batch, found));
      await this.#advance(
        cypher,
        session,
        batch,
        outcome,
        this.#outlook.paysOff(importId, batch, found) ? turn.next() : null,
      );
      return outcome;
    });
  }

  async #decide(cypher: Cypher, { id, startedAt }: StoredImport, batch: ReadyBatch, found: BatchReads) {
    const ancestors = await readAncestors(cypher, found.mentions);
    return this.#apply(cypher, id, batch, { ...found, startedAt, ancestors });
  }

  async #apply(cypher: Cypher, importId: number, { rows, names }: ReadyBatch, stored: Stored) {
    const accounts = new BatchAccounts(names, stored.accounts, (pseudonym) => pseudonym);
    const mentions = new BatchMentions<string>({
      stored: stored.mentions,
      newKey: mentionId,
      parentOf: (id) => stored.ancestors.get(id) ?? null,
    });
    const batch = new Batch({ accounts, mentions, startedAt: stored.startedAt });
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

  /** Says how far the import is, and looks for the next batch at what that will find. */
  async #advance(
    cypher: Cypher,
    session: StoredImport,
    batch: ReadyBatch,
    outcome: BatchOutcome,
    next: Waiting | null,
  ): Promise<void> {
    const [foresight] = await Promise.all([
      next && lookAhead(cypher, session, batch.id, next.batch),
      this.#sessions.advance(cypher, session.id, batch.id, outcome, batch.checkpoint(outcome)),
    ]);
    // The commit goes out first: to decide the next batch keeps this process busy, and the server is to work meanwhile.
    if (foresight !== null) setImmediate(() => next!.tell(foresight));
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
