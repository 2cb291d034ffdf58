import type { CandidateDecision } from '#domain/emerging-issue.js';
import { PUT_CANDIDATES } from '../emerging/emerging.cypher.js';
import {
  type CandidateNode,
  readCandidateNode,
  readDecisionNode,
  readSearchNode,
  type SearchNode,
  toCandidateNode,
  toSearchNode,
} from '../emerging/emerging-nodes.js';
import {
  COUNT_CANDIDATES,
  COUNT_EMERGING_DECISIONS,
  COUNT_SEARCHES,
  PUT_EMERGING_DECISIONS,
  PUT_SEARCHES,
  READ_CANDIDATES,
  READ_EMERGING_DECISIONS,
  READ_SEARCHES,
} from './emerging.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';

/** A candidate has all its objects and two days by the hour. */
const CANDIDATES = 500;
const ROWS = 5_000;

export const emergingSearchTransfer: KindTransfer<'emergingSearches'> = {
  count: (cypher) => countBy(cypher, COUNT_SEARCHES),
  read: (cypher, after) =>
    readSlice<'emergingSearches', SearchNode>(
      cypher,
      READ_SEARCHES,
      { after: after?.[0] ?? '', rows: ROWS },
      readSearchNode,
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    await cypher.run(PUT_SEARCHES, { searches: records.map((search) => ({ ...toSearchNode(search) })) });
  },
};

export const emergingIssueTransfer: KindTransfer<'emergingIssues'> = {
  count: (cypher) => countBy(cypher, COUNT_CANDIDATES),
  read: (cypher, after) =>
    readSlice<'emergingIssues', CandidateNode>(
      cypher,
      READ_CANDIDATES,
      { after: after?.[0] ?? '', rows: CANDIDATES },
      readCandidateNode,
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    await cypher.run(PUT_CANDIDATES, { candidates: records.map((candidate) => ({ ...toCandidateNode(candidate) })) });
  },
};

export const emergingDecisionTransfer: KindTransfer<'emergingDecisions'> = {
  count: (cypher) => countBy(cypher, COUNT_EMERGING_DECISIONS),
  read: (cypher, after) =>
    readSlice<'emergingDecisions', CandidateDecision>(
      cypher,
      READ_EMERGING_DECISIONS,
      { after: after?.[0] ?? '', rows: ROWS },
      readDecisionNode,
      ({ id }) => [id],
    ),
  write: async (cypher, decisions) => {
    await cypher.run(PUT_EMERGING_DECISIONS, { decisions });
  },
};
