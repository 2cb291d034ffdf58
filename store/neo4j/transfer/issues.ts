import type { Issue } from '#domain/issue.js';
import type { TransferredMembership, TransferredQueryVersion } from '#domain/transfer/transfer-records.js';
import { LINK_OWNER, LINK_REGIONS } from '../issues/issue.cypher.js';
import { countByOwner, readByOwner } from './by-owner.js';
import * as statements from './issues.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';
import { numbered } from './sequences.js';

const ROWS = 5_000;
const MEMBER_ROWS = 10_000;

/** An issue whose first set of mentions never became whole is none. */
export const issueTransfer: KindTransfer<'issues'> = {
  count: (cypher) => countBy(cypher, statements.COUNT_ISSUES),
  read: (cypher, after) =>
    readSlice<'issues', Issue>(
      cypher,
      statements.READ_ISSUES,
      { after: after?.[0] ?? '', rows: ROWS },
      (issue) => ({ ...issue, ownerAgencyId: issue.ownerAgencyId ?? null }),
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    const issues = await numbered(
      cypher,
      'membership',
      records.map((facts) => ({ facts })),
    );
    await cypher.run(statements.PUT_ISSUES, { issues });
    for (const { id } of records) {
      await cypher.run(LINK_OWNER, { id });
      await cypher.run(LINK_REGIONS, { id });
    }
  },
};

export const queryVersionTransfer: KindTransfer<'queryVersions'> = {
  count: (cypher) => countBy(cypher, statements.COUNT_VERSIONS),
  read: (cypher, after) => {
    const [issueId, version] = after ?? ['', 0];
    return readSlice<'queryVersions', TransferredQueryVersion>(
      cypher,
      statements.READ_VERSIONS,
      { issueId, version, rows: ROWS },
      (record) => record,
      (record) => [record.issueId, record.version],
    );
  },
  write: async (cypher, versions) => {
    await cypher.run(statements.PUT_VERSIONS, { versions });
  },
};

type Member = Omit<TransferredMembership, 'issueId'>;

export const membershipTransfer: KindTransfer<'memberships'> = {
  count: (cypher) => countByOwner(cypher, statements.ISSUE_SETS, statements.COUNT_MEMBERS),
  read: (cypher, cursor) =>
    readByOwner<'memberships'>(
      cypher,
      {
        owners: statements.ISSUE_SETS,
        rows: MEMBER_ROWS,
        read: async (tx, { id, key }, after, limit) => {
          const [at, mentionId] = after ?? [Number.MIN_SAFE_INTEGER, ''];
          const rows = await tx.run<Member>(statements.READ_MEMBERS, { membership: key, at, mentionId, limit });
          return rows.map((row) => ({ record: { issueId: id, ...row }, key: [row.publishedAt, row.mentionId] }));
        },
      },
      cursor,
    ),
  write: async (cypher, members) => {
    await cypher.run(statements.PUT_MEMBERS, { members });
  },
};
