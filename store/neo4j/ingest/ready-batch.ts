import { randomUUID } from 'node:crypto';
import type { IngestRow } from '#domain/ingest-record.js';
import { mentionId } from '#domain/mention.js';
import type { BatchOutcome, ImportCheckpoint } from '#domain/ports/ingest-store.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import { BatchNames } from '../../ingest/batch-names.js';
import { type CheckedRow, checkRow } from '../../ingest/row-check.js';

/** A batch with all that can be known of it before its transaction. */
export interface ReadyBatch {
  /** By what its transaction is known, should its answer get lost. */
  readonly id: string;
  readonly rows: readonly CheckedRow[];
  readonly names: BatchNames;
  /** In order, as they are locked. */
  readonly accountIds: readonly string[];
  readonly mentionIds: readonly string[];
  readonly natural: ReadonlyMap<string, NaturalKey>;
  readonly checkpoint: (outcome: BatchOutcome) => ImportCheckpoint;
}

export interface NaturalKey {
  readonly platform: string;
  readonly nativeId: string;
}

export function readyBatch(
  rows: readonly IngestRow[],
  pseudonymize: Pseudonymize,
  checkpoint: ReadyBatch['checkpoint'],
): ReadyBatch {
  const checked = rows.map(checkRow);
  const names = new BatchNames(checked, pseudonymize);
  const natural = new Map<string, NaturalKey>();
  for (const [platform, nativeIds] of names.mentions)
    for (const nativeId of nativeIds) natural.set(mentionId(platform, nativeId), { platform, nativeId });
  const [accountIds, mentionIds] = [names.pseudonyms.sort(), [...natural.keys()].sort()];
  return { id: randomUUID(), rows: checked, names, accountIds, mentionIds, natural, checkpoint };
}
