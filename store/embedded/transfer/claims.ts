import {
  type ClaimRow,
  type DecisionRow,
  type MatchRow,
  putClaim,
  putDecision,
  putMatch,
  readClaim,
  readDecision,
  readMatch,
} from '../claims/claim-rows.js';
import type { Database } from '../database.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

export function claimTransfer(database: Database): KindTransfer<'claims'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM claim'),
    read: (after) =>
      readSlice<'claims', ClaimRow>(
        database,
        'SELECT * FROM claim WHERE name > ? ORDER BY name LIMIT ?',
        [after?.[0] ?? ''],
        readClaim,
        ({ name }) => [name],
      ),
    write: (records) => {
      for (const claim of records) putClaim(database, claim);
    },
  };
}

export function matchTransfer(database: Database): KindTransfer<'claimMatches'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM claim_match'),
    read: (after) =>
      readSlice<'claimMatches', MatchRow>(
        database,
        'SELECT * FROM claim_match WHERE (claim, mention) > (?, ?) ORDER BY claim, mention LIMIT ?',
        after ?? ['', ''],
        readMatch,
        ({ claim, mention }) => [claim, mention],
      ),
    write: (records) => {
      for (const match of records) putMatch(database, match);
    },
  };
}

export function decisionTransfer(database: Database): KindTransfer<'claimDecisions'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM claim_decision'),
    read: (after) =>
      readSlice<'claimDecisions', DecisionRow>(
        database,
        `SELECT * FROM claim_decision WHERE (claim, mention, number) > (?, ?, ?)
          ORDER BY claim, mention, number LIMIT ?`,
        after ?? ['', '', 0],
        readDecision,
        ({ claim, mention, number }) => [claim, mention, number],
      ),
    write: (records) => {
      for (const decision of records) putDecision(database, decision);
    },
  };
}
