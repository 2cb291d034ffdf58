import type { EvidenceRow, TracedGroup } from '#domain/finding.js';
import { lineageOf } from '#domain/group-lineage.js';
import type { TransferredFinding } from '#domain/transfer/transfer-records.js';
import type { Cypher } from '../connection.js';
import { coTimedRow } from '../runs/co-timed-row.js';
import { EVIDENCE } from '../runs/finding-store.cypher.js';
import { runKey } from '../runs/rank-pages.js';
import {
  ADD_CO_TIMED,
  ADD_EVIDENCE,
  ADD_GROUP_MEMBERS,
  PUT_GROUPS,
  RESERVE_GROUP_KEYS,
} from '../runs/write-findings.cypher.js';
import { byRun, readByOwner } from './by-owner.js';
import { COUNT_EVIDENCE, COUNT_GROUPS, GROUP_KEYS, GROUPS, READ_GROUPS, REVIEW_GROUPS } from './findings.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';

/** A body may have a megabyte. */
const BODIES = 100;
const ROWS = 10_000;

type GroupNode = Pick<TransferredFinding, 'id' | 'runId' | 'body' | 'reviewState'> &
  Partial<Pick<TransferredFinding, 'reviewUntil' | 'reviews'>> & { readonly rank?: number | null };

/** A group without a rank is hidden. */
export const findingTransfer: KindTransfer<'findings'> = {
  count: (cypher) => countBy(cypher, COUNT_GROUPS),
  read: (cypher, after) =>
    readSlice<'findings', GroupNode>(
      cypher,
      READ_GROUPS,
      { after: after?.[0] ?? '', rows: BODIES },
      ({ id, runId, body, reviewState, reviewUntil = null, reviews = null, rank }) => {
        const hidden = rank === undefined || rank === null;
        return { id, runId, body, reviewState, reviewUntil, reviews, hidden, rank: rank ?? -1 };
      },
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    for (const [runId, groups] of byRun(records)) await writeOfRun(cypher, runId, groups);
  },
};

async function writeOfRun(cypher: Cypher, runId: string, findings: readonly TransferredFinding[]): Promise<void> {
  const run = await runKey(cypher, runId);
  const [reserved] = await cypher.run<{ last: number }>(RESERVE_GROUP_KEYS, { groups: findings.length });
  const groups = findings.map(({ id, rank, body }, at) => {
    const { lineage } = JSON.parse(body) as Pick<TracedGroup, 'lineage'>;
    return { id, number: at + 1, rank, body, stableId: lineageOf({ id, runId, lineage }).stableId };
  });
  const put = { runId, run, groups, last: reserved!.last };
  const rows = await cypher.run<{ id: string; key: number }>(PUT_GROUPS, put);
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  const reviewed = findings.map(({ id, reviewState, reviewUntil, reviews, hidden }) => {
    return { id, reviewState, reviewUntil, reviews, hidden };
  });
  await cypher.run(REVIEW_GROUPS, { groups: reviewed });
  const listed = findings
    .filter(({ hidden }) => !hidden)
    .map(({ id, rank, body }) => ({ id, rank, ...(JSON.parse(body) as Pick<TracedGroup, 'members' | 'edges'>) }));
  const members = listed.flatMap(({ id, rank, members }) => members.map((account) => [id, account, rank]));
  await cypher.run(ADD_GROUP_MEMBERS, { run, rows: members });
  const edges = listed.flatMap((group) => group.edges.map((edge) => coTimedRow(keys.get(group.id)!, edge)));
  await cypher.run(ADD_CO_TIMED, { rows: edges });
}

interface EvidenceColumns {
  readonly row: Omit<EvidenceRow, 'fromMentionId' | 'toMentionId'> & {
    readonly group: number;
    readonly ordinal: number;
  };
  readonly fromMentionId: string;
  readonly toMentionId: string;
}

export const evidenceTransfer: KindTransfer<'evidence'> = {
  count: (cypher) => countBy(cypher, COUNT_EVIDENCE),
  read: (cypher, cursor) =>
    readByOwner<'evidence'>(
      cypher,
      {
        owners: GROUPS,
        rows: ROWS,
        read: async (tx, { id, key }, after, limit) => {
          const rows = await tx.run<EvidenceColumns>(EVIDENCE, { group: key, after: after?.[0] ?? -1, limit });
          return rows.map(({ row: { group: _group, ...row }, fromMentionId, toMentionId }) => ({
            record: { findingId: id, ...row, fromMentionId, toMentionId },
            key: [row.ordinal],
          }));
        },
      },
      cursor,
    ),
  write: async (cypher, records) => {
    const ids = [...new Set(records.map(({ findingId }) => findingId))];
    const found = await cypher.run<{ id: string; key: number }>(GROUP_KEYS, { ids });
    const keys = new Map(found.map(({ id, key }) => [id, key]));
    const rows = records.map(({ findingId, ordinal, from, to, behaviour, object, ...ends }) => {
      const { fromMentionId, toMentionId, fromTime, toTime } = ends;
      return [keys.get(findingId), ordinal, from, to, behaviour, object, fromMentionId, toMentionId, fromTime, toTime];
    });
    await cypher.run(ADD_EVIDENCE, { rows });
  },
};
