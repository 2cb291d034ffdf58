import { orderValues } from '#domain/cascade-order.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import { ADD_CASCADE, cascadeRow } from '../runs/cascade-rows.js';
import { runKey } from '../runs/run-key.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

type Ranked = 'members' | 'amplifications' | 'cascades';

// Ranks need every list sorted once: on disk, in tables that end with the connection.
const RANKED: Readonly<Record<Ranked, string>> = {
  amplifications: `SELECT r.name AS runId, f.pseudonym AS "from", t.pseudonym AS "to", e.weight,
      row_number() OVER (PARTITION BY e.run_id ORDER BY f.pseudonym, e.weight DESC, t.pseudonym) - 1 AS outRank,
      row_number() OVER (PARTITION BY e.run_id ORDER BY t.pseudonym, e.weight DESC, f.pseudonym) - 1 AS inRank
    FROM run_amplifies e JOIN run r ON r.id = e.run_id AND r.spread_kept = 1
      JOIN account f ON f.id = e.account_id JOIN account t ON t.id = e.other_id
    ORDER BY e.run_id, outRank`,
  members: `WITH outward AS MATERIALIZED (
      SELECT runId, "from" AS id, min(outRank) AS first, max(outRank) + 1 AS last FROM temp.ranked_amplifications
      GROUP BY runId, "from"),
    inward AS MATERIALIZED (
      SELECT runId, "to" AS id, min(inRank) AS first, max(inRank) + 1 AS last FROM temp.ranked_amplifications
      GROUP BY runId, "to")
    SELECT r.name AS runId, n.community, a.pseudonym AS accountId, n.amplified,
      row_number() OVER (PARTITION BY n.run_id, n.community ORDER BY n.amplified DESC, a.pseudonym) - 1 AS rank,
      coalesce(o.first, 0) AS outFrom, coalesce(o.last, 0) AS outTo,
      coalesce(i.first, 0) AS inFrom, coalesce(i.last, 0) AS "inTo"
    FROM run_member n JOIN run r ON r.id = n.run_id AND r.spread_kept = 1 JOIN account a ON a.id = n.account_id
      LEFT JOIN outward o ON o.runId = r.name AND o.id = a.pseudonym
      LEFT JOIN inward i ON i.runId = r.name AND i.id = a.pseudonym
    ORDER BY n.run_id, n.community, rank`,
  cascades: `SELECT r.name AS runId, c.root_id AS rootId, c.root_account_id AS rootAccountId, c.started_at AS startedAt, c.size,
      c.unique_accounts AS uniqueAccounts, c.depth, c.max_breadth AS maxBreadth,
      c.structural_virality AS structuralVirality, c.direct_share AS directShare, c.seconds_to_half AS secondsToHalf,
      c.details,
      row_number() OVER (PARTITION BY c.run_id ORDER BY c.size DESC, c.root_id) - 1 AS rank
    FROM run_cascade c JOIN run r ON r.id = c.run_id AND r.spread_kept = 1 ORDER BY c.run_id, rank`,
};

const KEPT = 'IN (SELECT id FROM run WHERE spread_kept = 1)';
const TABLE: Readonly<Record<Ranked, string>> = {
  members: 'run_member',
  amplifications: 'run_amplifies',
  cascades: 'run_cascade',
};

const RUN = '(SELECT id FROM run WHERE name = ?)';
const ACCOUNT = '(SELECT id FROM account WHERE pseudonym = ?)';
const PUT_MEMBER = `INSERT OR REPLACE INTO run_member (run_id, community, rank, amplified, account_id)
  VALUES (${RUN}, ?, ?, ?, ${ACCOUNT})`;
const PUT_AMPLIFIES = `INSERT OR REPLACE INTO run_amplifies (run_id, account_id, rank, weight, other_id)
  VALUES (${RUN}, ${ACCOUNT}, ?, ?, ${ACCOUNT})`;
const PUT_AMPLIFIED_BY = PUT_AMPLIFIES.replace('run_amplifies', 'run_amplified_by');

export function memberTransfer(database: Database): KindTransfer<'members'> {
  return {
    ...ranked(database, 'members'),
    write: (records) => {
      const put = database.prepare(PUT_MEMBER);
      for (const { runId, community, rank, amplified, accountId } of records)
        put.run(runId, community, rank, amplified, accountId);
    },
  };
}

export function amplificationTransfer(database: Database): KindTransfer<'amplifications'> {
  return {
    ...ranked(database, 'amplifications'),
    write: (records) => {
      const [amplifies, amplifiedBy] = [database.prepare(PUT_AMPLIFIES), database.prepare(PUT_AMPLIFIED_BY)];
      for (const { runId, from, to, weight, outRank, inRank } of records) {
        amplifies.run(runId, from, outRank, weight, to);
        amplifiedBy.run(runId, to, inRank, weight, from);
      }
    },
  };
}

export function cascadeTransfer(database: Database): KindTransfer<'cascades'> {
  return {
    ...ranked(database, 'cascades'),
    write: (records) => {
      const put = database.prepare(ADD_CASCADE);
      for (const { runId, details, rank: _rank, ...shape } of records) {
        const key = runKey(database, runId)!;
        put.run(...cascadeRow(key, shape, details, orderValues({ ...shape, details: details && JSON.parse(details) })));
      }
    },
  };
}

function ranked<Kind extends Ranked>(
  database: Database,
  kind: Kind,
): Pick<KindTransfer<Kind & TransferKind>, 'count' | 'read'> {
  return {
    count: () => countOf(database, `SELECT count(*) AS count FROM ${TABLE[kind]} WHERE run_id ${KEPT}`),
    read: (after) => {
      if (kind === 'members') rank(database, 'amplifications', after === null);
      rank(database, kind, after === null);
      return readSlice<Kind, TransferRecords[Kind] & { readonly row: number }>(
        database,
        `SELECT rowid AS row, * FROM temp.ranked_${kind} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
        [after?.[0] ?? 0],
        ({ row: _row, ...record }) => record as unknown as TransferRecords[Kind],
        ({ row }) => [row],
      );
    },
  };
}

function rank(database: Database, kind: Ranked, anew: boolean): void {
  if (anew) database.exec(`DROP TABLE IF EXISTS temp.ranked_${kind}`);
  database.exec(`CREATE TEMP TABLE IF NOT EXISTS ranked_${kind} AS ${RANKED[kind]}`);
}
