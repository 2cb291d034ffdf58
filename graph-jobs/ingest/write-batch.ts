import type { IngestRow } from '#domain/ingest-record.js';
import type { BatchOutcome, ImportCheckpoint, IngestStore } from '#domain/ports/ingest-store.js';
import type { AcceptedRow, ParsedRow } from './formats/parsed-row.js';
import type { Reject, RejectsFile } from './rejects-file.js';

/** The fields of a record by the names that formats give them. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  nativeId: 'id',
  parentNativeId: 'parent',
  regionCode: 'region',
  mediaHashes: 'media',
  'account.nativeId': 'account.id',
};

/**
 * Writes the good rows of a batch and, before the same transaction ends, its rejected rows to their file; tells how far
 * the import is then. `before`: how far it is without them, which may be known only when the batch before is written.
 */
export async function writeBatch(
  store: IngestStore,
  importId: number,
  batch: readonly ParsedRow[],
  rejects: RejectsFile,
  before: Promise<ImportCheckpoint>,
): Promise<ImportCheckpoint> {
  const rows: IngestRow[] = [];
  const unread: Reject[] = [];
  for (const parsed of batch) {
    if (parsed.fault === undefined) rows.push(parsed.row);
    else unread.push({ line: parsed.line, field: parsed.field, reason: parsed.fault, raw: parsed.raw });
  }
  let start: ImportCheckpoint | undefined;
  let reached: ImportCheckpoint | undefined;
  const started = before.then((checkpoint) => {
    start = checkpoint;
  });
  const checkpoint = ({ rejected }: BatchOutcome) => {
    const { rows: done, rejected: refused, rejectsBytes } = start!;
    const all = rejected.length === 0 ? unread : merged(unread, rejected, batch);
    reached = {
      rows: done + batch.length,
      rejected: refused + all.length,
      rejectsBytes: rejects.write(rejectsBytes, all),
    };
    return reached;
  };
  await store.write(importId, rows, checkpoint, started);
  return reached!;
}

function merged(unread: readonly Reject[], refused: BatchOutcome['rejected'], batch: readonly ParsedRow[]): Reject[] {
  const origins = new Map<string, AcceptedRow>();
  for (const parsed of batch) if (parsed.fault === undefined) origins.set(placeOf(parsed.row), parsed);
  const named = refused.map((row) => {
    const { nameField, raw } = origins.get(placeOf(row))!;
    const field = FIELD_NAMES[row.field] ?? row.field;
    const placed = row.place === undefined ? (nameField?.(field) ?? field) : `${row.place}.${field}`;
    return { line: row.line, field: placed, reason: row.reason, raw };
  });
  return [...unread, ...named].sort((a, b) => a.line - b.line);
}

/** A page is one line with many posts: the line alone would name the last of them. */
function placeOf({ line, place = '' }: { line: number; place?: string }): string {
  return `${line} ${place}`;
}
