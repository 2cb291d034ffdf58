import type { RunState } from '#domain/run.js';
import type { TransferredCommunity, TransferredDocument, TransferredRun } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

interface RunRow extends Omit<TransferredRun, 'state' | 'spreadKept'> {
  readonly key: number;
  readonly state: string;
  readonly spreadKept: number;
}

// In the order in which they were made: that of runs that began in one millisecond.
const READ_RUNS = `SELECT r.id AS key, r.name AS id, i.slug AS issueId, r.query_version AS queryVersion, r.state,
    r.input_hash AS inputHash, r.parameters, r.engine_reason AS engineReason, r.code_version AS codeVersion, r.counts,
    r.timings, r.started_at AS startedAt, r.finished_at AS finishedAt, r.error, r.spread_kept AS spreadKept
  FROM run r CROSS JOIN issue i ON i.id = r.issue_id WHERE r.id > ? ORDER BY r.id LIMIT ?`;
const PUT_RUN = `INSERT INTO run (name, issue_id, query_version, state, input_hash, parameters, engine_reason, code_version,
    counts, timings, started_at, finished_at, error, spread_kept)
  VALUES (?, (SELECT id FROM issue WHERE slug = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET state = excluded.state, counts = excluded.counts, timings = excluded.timings,
    started_at = excluded.started_at, finished_at = excluded.finished_at, error = excluded.error,
    spread_kept = excluded.spread_kept`;
const READ_DOCUMENTS = `SELECT d.run_id AS key, r.name AS runId, d.document FROM run_document d CROSS JOIN run r ON r.id = d.run_id
  WHERE d.run_id > ? ORDER BY d.run_id LIMIT ?`;
const PUT_DOCUMENT = `INSERT OR REPLACE INTO run_document (run_id, document)
  VALUES ((SELECT id FROM run WHERE name = ?), ?)`;
const KEPT_COMMUNITIES = `run_community c CROSS JOIN run r ON r.id = c.run_id AND r.spread_kept = 1`;
const READ_COMMUNITIES = `SELECT c.run_id AS key, r.name AS runId, c.number, c.body FROM ${KEPT_COMMUNITIES}
  WHERE (c.run_id, c.number) > (?, ?) ORDER BY c.run_id, c.number LIMIT ?`;
const PUT_COMMUNITY = `INSERT OR REPLACE INTO run_community (run_id, number, body)
  VALUES ((SELECT id FROM run WHERE name = ?), ?, ?)`;

export function runTransfer(database: Database): KindTransfer<'runs'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM run'),
    read: (after) =>
      readSlice<'runs', RunRow>(
        database,
        READ_RUNS,
        [after?.[0] ?? 0],
        ({ key: _key, ...row }) => ({ ...row, state: row.state as RunState, spreadKept: row.spreadKept === 1 }),
        ({ key }) => [key],
      ),
    write: (records) => {
      for (const run of records) {
        const work = [run.id, run.issueId, run.queryVersion, run.state, run.inputHash, run.parameters];
        const code = [run.engineReason, run.codeVersion, run.counts, run.timings];
        database.run(PUT_RUN, ...work, ...code, run.startedAt, run.finishedAt, run.error, Number(run.spreadKept));
      }
    },
  };
}

export function documentTransfer(database: Database): KindTransfer<'documents'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM run_document'),
    read: (after) =>
      readSlice<'documents', TransferredDocument & { readonly key: number }>(
        database,
        READ_DOCUMENTS,
        [after?.[0] ?? 0],
        ({ runId, document }) => ({ runId, document }),
        ({ key }) => [key],
      ),
    write: (records) => {
      for (const { runId, document } of records) database.run(PUT_DOCUMENT, runId, document);
    },
  };
}

export function communityTransfer(database: Database): KindTransfer<'communities'> {
  return {
    count: () => countOf(database, `SELECT count(*) AS count FROM ${KEPT_COMMUNITIES}`),
    read: (after) =>
      readSlice<'communities', TransferredCommunity & { readonly key: number }>(
        database,
        READ_COMMUNITIES,
        after ?? [0, -1],
        ({ runId, number, body }) => ({ runId, number, body }),
        ({ key, number }) => [key, number],
      ),
    write: (records) => {
      for (const { runId, number, body } of records) database.run(PUT_COMMUNITY, runId, number, body);
    },
  };
}
