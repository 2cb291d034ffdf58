import type { ReviewState, TracedGroup } from '#domain/finding.js';
import { lineageOf } from '#domain/group-lineage.js';
import type { TransferredEvidence, TransferredFinding } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

interface FindingRow {
  readonly key: number;
  readonly id: string;
  readonly runId: string;
  readonly body: string;
  readonly reviewState: string;
  readonly reviewUntil: number | null;
  readonly reviews: string | null;
  readonly members: number;
  readonly rank: number;
}

type EvidenceColumns = TransferredEvidence & { readonly key: number };

const READ_FINDINGS = `SELECT f.id AS key, f.name AS id, r.name AS runId, f.body, f.review_state AS reviewState,
    f.review_until AS reviewUntil, f.reviews, f.members,
    (SELECT count(*) FROM finding o WHERE o.run_id = f.run_id
      AND (o.members > f.members OR (o.members = f.members AND o.name < f.name))) AS rank
  FROM finding f CROSS JOIN run r ON r.id = f.run_id WHERE f.id > ? ORDER BY f.id LIMIT ?`;
const PUT_FINDING = `INSERT INTO finding (name, run_id, members, body, stable_id, review_state, review_until, reviews)
  VALUES (?, (SELECT id FROM run WHERE name = ?), ?, ?, ?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET members = excluded.members, body = excluded.body, stable_id = excluded.stable_id,
    review_state = excluded.review_state, review_until = excluded.review_until, reviews = excluded.reviews`;
const PUT_MEMBER = `INSERT OR REPLACE INTO finding_member (run_id, account, members, finding_id)
  SELECT f.run_id, ?, ?, f.id FROM finding f WHERE f.name = ?`;
const READ_EVIDENCE = `SELECT e.finding_id AS key, f.name AS findingId, e.ordinal, e.from_account AS "from", e.to_account AS "to",
    e.behaviour, e.object, e.from_mention AS fromMentionId, e.to_mention AS toMentionId, e.from_time AS fromTime,
    e.to_time AS toTime
  FROM finding_evidence e CROSS JOIN finding f ON f.id = e.finding_id
  WHERE (e.finding_id, e.ordinal) > (?, ?) ORDER BY e.finding_id, e.ordinal LIMIT ?`;
const PUT_EVIDENCE = `INSERT OR REPLACE INTO finding_evidence (finding_id, ordinal, from_account, to_account, behaviour, object,
  from_mention, to_mention, from_time, to_time)
  VALUES ((SELECT id FROM finding WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Who is in a group stands in its body; the rows by account follow from it. */
export function findingTransfer(database: Database): KindTransfer<'findings'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM finding'),
    read: (after) =>
      readSlice<'findings', FindingRow>(
        database,
        READ_FINDINGS,
        [after?.[0] ?? 0],
        (row): TransferredFinding => ({
          id: row.id,
          runId: row.runId,
          body: row.body,
          reviewState: row.reviewState as ReviewState,
          reviewUntil: row.reviewUntil,
          reviews: row.reviews,
          hidden: row.members === 0,
          rank: row.members === 0 ? -1 : row.rank,
        }),
        ({ key }) => [key],
      ),
    write: (records) => {
      for (const finding of records) writeFinding(database, finding);
    },
  };
}

function writeFinding(database: Database, finding: TransferredFinding): void {
  const { id, runId, body, reviewState, reviewUntil, reviews, hidden } = finding;
  const { members, lineage } = JSON.parse(body) as Pick<TracedGroup, 'members' | 'lineage'>;
  const { stableId } = lineageOf({ id, runId, lineage });
  const review = [reviewState, reviewUntil, reviews];
  database.run(PUT_FINDING, id, runId, hidden ? 0 : members.length, body, stableId, ...review);
  if (!hidden) for (const account of members) database.run(PUT_MEMBER, account, members.length, id);
}

export function evidenceTransfer(database: Database): KindTransfer<'evidence'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM finding_evidence'),
    read: (after) =>
      readSlice<'evidence', EvidenceColumns>(
        database,
        READ_EVIDENCE,
        after ?? [0, -1],
        ({ key: _key, ...record }) => record,
        ({ key, ordinal }) => [key, ordinal],
      ),
    write: (records) => {
      const put = database.prepare(PUT_EVIDENCE);
      for (const row of records) {
        const edge = [row.from, row.to, row.behaviour, row.object];
        put.run(row.findingId, row.ordinal, ...edge, row.fromMentionId, row.toMentionId, row.fromTime, row.toTime);
      }
    },
  };
}
