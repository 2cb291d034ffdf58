import type { IngestRow, MentionRecord } from '#domain/ingest-record.js';
import type { BatchOutcome } from '#domain/ports/ingest-store.js';
import type { Store } from '#domain/ports/store.js';
import { mentionRows, NO_CHECKPOINT } from './records.js';

export function importSource(path: string) {
  return { path, bytes: 1, headHash: path, format: 'jejaring' };
}

/** Imports rows as one file, in batches; the outcomes added up. */
export async function importRows(store: Store, rows: readonly IngestRow[], batchSize = 1000): Promise<BatchOutcome> {
  const { id } = await store.ingest.begin(importSource('test'));
  let sum: BatchOutcome = { added: 0, updated: 0, unchanged: 0, accountsAdded: 0, accountsUpdated: 0, rejected: [] };
  for (let at = 0; at < rows.length; at += batchSize) {
    const one = await store.ingest.write(id, rows.slice(at, at + batchSize), () => NO_CHECKPOINT);
    sum = {
      added: sum.added + one.added,
      updated: sum.updated + one.updated,
      unchanged: sum.unchanged + one.unchanged,
      accountsAdded: sum.accountsAdded + one.accountsAdded,
      accountsUpdated: sum.accountsUpdated + one.accountsUpdated,
      rejected: [...sum.rejected, ...one.rejected],
    };
  }
  await store.ingest.finish(id);
  return sum;
}

export function importMentions(store: Store, mentions: readonly MentionRecord[], batchSize?: number) {
  return importRows(store, mentionRows(mentions), batchSize);
}
