import type { MatchDecision } from '#domain/claim-match.js';
import {
  type ClaimNode,
  type MatchRelationship,
  readClaimNode,
  readMatch,
  toClaimNode,
  toOverlap,
} from '../claims/claim-nodes.js';
import { PUT_CLAIMS } from '../claims/claims.cypher.js';
import {
  COUNT_CLAIMS,
  COUNT_DECISIONS,
  COUNT_MATCHES,
  PUT_DECISIONS,
  PUT_MATCHES,
  READ_CLAIMS,
  READ_DECISIONS,
  READ_MATCHES,
} from './claims.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';

/** A claim may have the whole article about it. */
const CLAIMS = 500;
const ROWS = 5_000;

export const claimTransfer: KindTransfer<'claims'> = {
  count: (cypher) => countBy(cypher, COUNT_CLAIMS),
  read: (cypher, after) =>
    readSlice<'claims', ClaimNode>(
      cypher,
      READ_CLAIMS,
      { after: after?.[0] ?? '', rows: CLAIMS },
      readClaimNode,
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    await cypher.run(PUT_CLAIMS, { claims: records.map(toClaimNode) });
  },
};

export const matchTransfer: KindTransfer<'claimMatches'> = {
  count: (cypher) => countBy(cypher, COUNT_MATCHES),
  read: (cypher, after) => {
    const [claimId, by, mentionId] = after ?? ['', 0, ''];
    return readSlice<'claimMatches', MatchRelationship>(
      cypher,
      READ_MATCHES,
      { claimId, by, mentionId, rows: ROWS },
      readMatch,
      (match) => [match.claimId, -match.score, match.mentionId],
    );
  },
  write: async (cypher, records) => {
    const matches = records.map(({ overlap, matchedAt, ...match }) => ({
      ...match,
      ...{ byScore: -match.score, overlap: toOverlap(overlap), at: matchedAt },
    }));
    await cypher.run(PUT_MATCHES, { matches });
  },
};

export const decisionTransfer: KindTransfer<'claimDecisions'> = {
  count: (cypher) => countBy(cypher, COUNT_DECISIONS),
  read: (cypher, after) =>
    readSlice<'claimDecisions', MatchDecision>(
      cypher,
      READ_DECISIONS,
      { after: after?.[0] ?? '', rows: ROWS },
      (decision) => decision,
      ({ id }) => [id],
    ),
  write: async (cypher, decisions) => {
    await cypher.run(PUT_DECISIONS, { decisions });
  },
};
