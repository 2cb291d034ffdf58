import { isDeepStrictEqual } from 'node:util';
import type { Cypher } from '../connection.js';
import type { StoredImport } from './import-sessions.js';
import { type BatchReads, readAncestors, readBatch } from './read-batch.js';
import type { ReadyBatch } from './ready-batch.js';

/**
 * What a batch will find, read by the one before it behind all that it wrote. The batch is decided by that while the one
 * before is still being committed, and its statements wait in the server behind its locks. What the locks then read is
 * what counts: where it differs, the batch is undone and done again by it.
 */
export interface Foresight extends BatchReads {
  /** The batch whose commit makes it true. */
  readonly after: string;
  readonly startedAt: number;
  readonly ancestors: ReadonlyMap<string, string | null>;
}

/** Not so for other causes than another import that wrote the same accounts or mentions, or a commit that failed. */
export class Misjudged extends Error {}

export async function lookAhead(
  cypher: Cypher,
  { id, startedAt }: StoredImport,
  after: string,
  next: ReadyBatch,
): Promise<Foresight> {
  const reads = await readBatch(cypher, id, next);
  return { ...reads, after, startedAt, ancestors: await readAncestors(cypher, reads.mentions) };
}

export function comesTrue({ after, accounts, mentions }: Foresight, session: StoredImport, found: BatchReads): boolean {
  return after === session.lastBatch && isDeepStrictEqual({ accounts, mentions }, found);
}

/** After a batch that was misjudged so many are done without: another import is likely to write the same accounts again. */
const BATCHES_WITHOUT = 16;

/** For which batches of an import it pays off to look ahead. */
export class Outlook {
  readonly #without = new Map<number, number>();

  misjudged(importId: number): void {
    this.#without.set(importId, BATCHES_WITHOUT);
  }

  /** Of a batch whose rows are stored already all is read: to read the next like it twice would take longer than to wait. */
  paysOff(importId: number, { mentionIds }: ReadyBatch, { mentions }: BatchReads): boolean {
    const left = this.#without.get(importId);
    if (left === undefined) return 2 * mentions.length < mentionIds.length;
    if (left === 1) this.#without.delete(importId);
    else this.#without.set(importId, left - 1);
    return false;
  }
}
