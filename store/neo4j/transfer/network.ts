import type { TransferredAmplification, TransferredMember } from '#domain/transfer/transfer-records.js';
import type { Cypher } from '../connection.js';
import { type CascadeRow, cascadeProperties, readCascade } from '../runs/cascade-rows.js';
import { runKey } from '../runs/rank-pages.js';
import { CASCADES, COMMUNITIES } from '../runs/spread-store.cypher.js';
import { ADD_AMPLIFIED, ADD_MEMBERS } from '../runs/write-network.cypher.js';
import { ADD_CASCADES, ADD_COMMUNITIES } from '../runs/write-run-results.cypher.js';
import { byRun, countByOwner, readByOwner } from './by-owner.js';
import type { KindTransfer } from './kind-transfer.js';
import * as statements from './runs.cypher.js';

const owners = statements.RUNS_WITH_NETWORK;
const ROWS = 10_000;
/** A body may have a megabyte. */
const BODIES = 200;

/** Writes the records of each run by one statement with the parameters `run`, `runId` and `rows`. */
async function addByRun<Record extends { readonly runId: string }>(
  cypher: Cypher,
  statement: string,
  records: readonly Record[],
  toRow: (record: Record) => unknown,
): Promise<void> {
  for (const [runId, ofRun] of byRun(records)) {
    const run = await runKey(cypher, runId);
    await cypher.run(statement, { run, runId, rows: ofRun.map(toRow) });
  }
}

export const communityTransfer: KindTransfer<'communities'> = {
  count: (cypher) => countByOwner(cypher, owners, statements.COUNT_COMMUNITIES),
  read: (cypher, cursor) =>
    readByOwner<'communities'>(
      cypher,
      {
        owners,
        rows: BODIES,
        read: async (tx, { id, key }, after, limit) => {
          const of = { run: key, after: after?.[0] ?? -1, limit };
          const rows = await tx.run<{ number: number; body: string }>(COMMUNITIES, of);
          return rows.map((row) => ({ record: { runId: id, ...row }, key: [row.number] }));
        },
      },
      cursor,
    ),
  write: (cypher, records) => addByRun(cypher, ADD_COMMUNITIES, records, ({ number, body }) => ({ number, body })),
};

type Place = Omit<TransferredMember, 'runId' | 'accountId'>;

export const memberTransfer: KindTransfer<'members'> = {
  count: (cypher) => countByOwner(cypher, owners, statements.COUNT_MEMBERS),
  read: (cypher, cursor) =>
    readByOwner<'members'>(
      cypher,
      {
        owners,
        rows: ROWS,
        read: async (tx, { id, key }, after, limit) => {
          const [community, rank] = after ?? [0, -1];
          const of = { run: key, community, rank, limit };
          const rows = await tx.run<{ accountId: string; place: Place }>(statements.READ_MEMBERS, of);
          return rows.map(({ accountId, place }) => ({
            record: { runId: id, accountId, ...place },
            key: [place.community, place.rank],
          }));
        },
      },
      cursor,
    ),
  write: (cypher, records) =>
    addByRun(cypher, ADD_MEMBERS, records, (member) => {
      const { accountId, community, rank, amplified, outFrom, outTo, inFrom, inTo } = member;
      return [accountId, community, rank, amplified, outFrom, outTo, inFrom, inTo];
    }),
};

export const amplificationTransfer: KindTransfer<'amplifications'> = {
  count: (cypher) => countByOwner(cypher, owners, statements.COUNT_AMPLIFIED),
  read: (cypher, cursor) =>
    readByOwner<'amplifications'>(
      cypher,
      {
        owners,
        rows: ROWS,
        read: async (tx, { id, key }, after, limit) => {
          const of = { run: key, after: after?.[0] ?? -1, limit };
          const rows = await tx.run<Omit<TransferredAmplification, 'runId'>>(statements.READ_AMPLIFIED, of);
          return rows.map((row) => ({ record: { runId: id, ...row }, key: [row.outRank] }));
        },
      },
      cursor,
    ),
  write: (cypher, records) =>
    addByRun(cypher, ADD_AMPLIFIED, records, ({ from, to, weight, outRank, inRank }) => {
      return [from, to, weight, outRank, inRank];
    }),
};

export const cascadeTransfer: KindTransfer<'cascades'> = {
  count: (cypher) => countByOwner(cypher, owners, statements.COUNT_CASCADES),
  read: (cypher, cursor) =>
    readByOwner<'cascades'>(
      cypher,
      {
        owners,
        rows: ROWS,
        read: async (tx, { id, key }, after, limit) => {
          const rows = await tx.run<CascadeRow>(CASCADES, { run: key, after: after?.[0] ?? -1, limit });
          return rows.map((row) => {
            const [{ details: _details, ...shape }, { rank, details = null }] = [readCascade(row), row.metrics];
            return { record: { runId: id, rank, details, ...shape }, key: [rank] };
          });
        },
      },
      cursor,
    ),
  write: (cypher, records) =>
    addByRun(cypher, ADD_CASCADES, records, ({ runId: _runId, rank, rootId, details, ...shape }) => {
      return { rootId, rank, metrics: cascadeProperties(shape, details) };
    }),
};
