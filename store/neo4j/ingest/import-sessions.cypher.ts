const IMPORT = `i {.id, .path, .bytes, .headHash, .format, .rows, .rejected, .rejectsBytes, .added, .updated, .unchanged,
  .accountsAdded, .accountsUpdated, .startedAt, .finishedAt, .superseded, .writer, .lastBatch, .lastOutcome} AS import`;

/**
 * What the same call began already: its commit went through, and the answer was lost. The lock of the sequence makes
 * numbers unique, and whoever begins wait for one another.
 */
export const BEGUN_BEFORE = `MERGE (s:Sequence {name: 'import'}) ON CREATE SET s.value = 0
REMOVE s.locked
WITH s
MATCH (i:Import) WHERE i.path = $path AND i.id IS NOT NULL AND i.lastBatch = $beginning
RETURN ${IMPORT}`;

/** After BEGUN_BEFORE. */
export const BEGIN_IMPORT = `MATCH (s:Sequence {name: 'import'})
SET s.value = s.value + 1
WITH s.value AS id
CALL () {
  MATCH (old:Import) WHERE old.path = $path AND old.id IS NOT NULL AND old.finishedAt IS NULL
  SET old.superseded = true
}
CREATE (i:Import {id: id, path: $path, bytes: $bytes, headHash: $headHash, format: $format, rows: 0, rejected: 0,
  rejectsBytes: 0, added: 0, updated: 0, unchanged: 0, accountsAdded: 0, accountsUpdated: 0, startedAt: $now,
  superseded: false, writer: $writer, lastBatch: $beginning})
RETURN ${IMPORT}`;

export const UNFINISHED_IMPORT = `MATCH (i:Import)
WHERE i.path = $path AND i.id IS NOT NULL AND i.finishedAt IS NULL AND NOT i.superseded
RETURN ${IMPORT} ORDER BY i.path DESC, i.id DESC LIMIT 1`;

export const TAKE_IMPORT = `MATCH (i:Import {id: $id}) SET i.writer = $writer
RETURN ${IMPORT}`;

/** First in every transaction of an import: it is the lock of its batches too. */
export const LOCK_IMPORT = `MATCH (i:Import {id: $id})
REMOVE i.locked
WITH i
RETURN ${IMPORT}`;

/** `lastBatch` and its outcome are what a batch answers with whose commit was not heard of; before the first, the beginning. */
export const ADVANCE_IMPORT = `MATCH (i:Import {id: $id})
SET i += $checkpoint, i.added = i.added + $added, i.updated = i.updated + $updated, i.unchanged = i.unchanged + $unchanged,
  i.accountsAdded = i.accountsAdded + $accountsAdded, i.accountsUpdated = i.accountsUpdated + $accountsUpdated,
  i.lastBatch = $batch, i.lastOutcome = $outcome`;

export const FINISH_IMPORT = `MATCH (i:Import {id: $id})
SET i.finishedAt = coalesce(i.finishedAt, $now), i.lastBatch = null, i.lastOutcome = null
RETURN ${IMPORT}`;
