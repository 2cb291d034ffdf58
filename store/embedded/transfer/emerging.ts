import type { Database } from '../database.js';
import {
  type CandidateRow,
  type DecisionRow,
  putCandidate,
  putDecision,
  putSearch,
  readCandidate,
  readDecision,
  readSearch,
  type SearchRow,
} from '../emerging/emerging-rows.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

export function emergingSearchTransfer(database: Database): KindTransfer<'emergingSearches'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM emerging_search'),
    read: (after) =>
      readSlice<'emergingSearches', SearchRow>(
        database,
        'SELECT * FROM emerging_search WHERE name > ? ORDER BY name LIMIT ?',
        [after?.[0] ?? ''],
        readSearch,
        ({ name }) => [name],
      ),
    write: (records) => {
      for (const search of records) putSearch(database, search);
    },
  };
}

export function emergingIssueTransfer(database: Database): KindTransfer<'emergingIssues'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM emerging_issue'),
    read: (after) =>
      readSlice<'emergingIssues', CandidateRow>(
        database,
        'SELECT * FROM emerging_issue WHERE name > ? ORDER BY name LIMIT ?',
        [after?.[0] ?? ''],
        readCandidate,
        ({ name }) => [name],
      ),
    write: (records) => {
      for (const candidate of records) putCandidate(database, candidate);
    },
  };
}

export function emergingDecisionTransfer(database: Database): KindTransfer<'emergingDecisions'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM emerging_decision'),
    read: (after) =>
      readSlice<'emergingDecisions', DecisionRow>(
        database,
        'SELECT * FROM emerging_decision WHERE (candidate, number) > (?, ?) ORDER BY candidate, number LIMIT ?',
        after ?? ['', 0],
        readDecision,
        ({ candidate, number }) => [candidate, number],
      ),
    write: (records) => {
      for (const decision of records) putDecision(database, decision);
    },
  };
}
