import { mentionId } from '#domain/mention.js';
import type { TransferredImport } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';
import { mentionKeys } from './mention-keys.js';

interface ImportRow extends Omit<TransferredImport, 'superseded'> {
  readonly superseded: number;
}

interface SightingRow {
  readonly import_id: number;
  readonly mention_id: number;
  readonly line: number;
  readonly platform_id: number;
  readonly native_id: string;
}

const READ_IMPORTS = `SELECT id, path, bytes, head_hash AS headHash, format, rows, rejected, rejects_bytes AS rejectsBytes,
    added, updated, unchanged, accounts_added AS accountsAdded, accounts_updated AS accountsUpdated,
    started_at AS startedAt, finished_at AS finishedAt, superseded
  FROM import WHERE id > ? ORDER BY id LIMIT ?`;
const PUT_IMPORT = `INSERT OR REPLACE INTO import (id, path, bytes, head_hash, format, rows, rejected, rejects_bytes, added,
  updated, unchanged, accounts_added, accounts_updated, started_at, finished_at, superseded)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
// Of two unfinished imports that brought a mention again the later one counts: a store may keep but one.
const SIGHTINGS = `import_seen s CROSS JOIN mention m ON m.id = s.mention_id AND NOT EXISTS (
  SELECT 1 FROM import i CROSS JOIN import_seen o ON o.import_id = i.id AND o.mention_id = s.mention_id
  WHERE i.id > s.import_id AND i.finished_at IS NULL AND i.superseded = 0)`;
const READ_SIGHTINGS = `SELECT s.*, m.platform_id, m.native_id FROM ${SIGHTINGS}
  WHERE (s.import_id, s.mention_id) > (?, ?) ORDER BY s.import_id, s.mention_id LIMIT ?`;
const PUT_SIGHTING = 'INSERT OR REPLACE INTO import_seen (import_id, mention_id, line) VALUES (?, ?, ?)';

/** Without the writer: whoever resumes an import takes it over anyway. */
export function importTransfer(database: Database): KindTransfer<'imports'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM import'),
    read: (after) =>
      readSlice<'imports', ImportRow>(
        database,
        READ_IMPORTS,
        [after?.[0] ?? 0],
        (row) => ({ ...row, superseded: row.superseded === 1 }),
        ({ id }) => [id],
      ),
    write: (records) => {
      for (const one of records) {
        const { id, path, bytes, headHash, format, rows, rejected, rejectsBytes, added, updated, unchanged } = one;
        const file = [id, path, bytes, headHash, format];
        const counts = [
          rows,
          rejected,
          rejectsBytes,
          added,
          updated,
          unchanged,
          one.accountsAdded,
          one.accountsUpdated,
        ];
        database.run(PUT_IMPORT, ...file, ...counts, one.startedAt, one.finishedAt, Number(one.superseded));
      }
    },
  };
}

export function sightingTransfer(database: Database, platforms: Platforms): KindTransfer<'sightings'> {
  return {
    count: () => countOf(database, `SELECT count(*) AS count FROM ${SIGHTINGS}`),
    read: (after) =>
      readSlice<'sightings', SightingRow>(
        database,
        READ_SIGHTINGS,
        after ?? [0, 0],
        ({ import_id, line, platform_id, native_id }) => ({
          importId: import_id,
          mentionId: mentionId(platforms.name(platform_id), native_id),
          line,
        }),
        ({ import_id, mention_id }) => [import_id, mention_id],
      ),
    write: (records) => {
      const keys = mentionKeys(
        database,
        platforms,
        records.map((record) => record.mentionId),
      );
      const put = database.prepare(PUT_SIGHTING);
      for (const { importId, mentionId: id, line } of records) put.run(importId, keys.get(id)!, line);
    },
  };
}
