import { mustBeSameDecision, noSuchCandidate } from '#domain/emerging/decision-faults.js';
import type {
  CandidateDecision,
  CandidateState,
  EmergingCandidate,
  EmergingIssue,
  EmergingSearch,
  KeptSearch,
} from '#domain/emerging-issue.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { EmergingStore } from '#domain/ports/emerging-store.js';
import { candidatesAfter, foundSince } from '../../emerging/candidates-after.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Neo4jConnection } from '../connection.js';
import * as statements from './emerging.cypher.js';
import {
  type CandidateNode,
  readCandidateNode,
  readDecisionNode,
  readSearchNode,
  type SearchNode,
  toCandidateNode,
  toSearchNode,
} from './emerging-nodes.js';

interface SearchRow {
  readonly search: SearchNode;
}

interface CandidateRow {
  readonly candidate: CandidateNode;
}

interface DecisionRow {
  readonly decision: CandidateDecision;
}

/** Below the negative of any time. */
const FIRST = Number.MIN_SAFE_INTEGER;

export class Neo4jEmergingStore implements EmergingStore {
  readonly #connection: Neo4jConnection;
  readonly #now: () => number;

  constructor(connection: Neo4jConnection, now: () => number) {
    this.#connection = connection;
    this.#now = now;
  }

  async put(search: EmergingSearch, found: readonly EmergingIssue[]): Promise<void> {
    const kept = toSearchNode({ ...search, candidates: found.length, at: this.#now() });
    await this.#connection.write(async (cypher) => {
      await cypher.run(statements.LOCK_SEARCHES);
      const there = await cypher.run<SearchRow>(statements.GET_SEARCHES, { ids: [search.id] });
      if (there.length > 0) return;
      const rows = await cypher.run<CandidateRow>(statements.FOUND_SINCE, { by: -foundSince(search) });
      const candidates = candidatesAfter(search, found, rows.map(readCandidate)).map(toCandidateNode);
      await cypher.run(statements.PUT_SEARCH, { ...kept });
      await cypher.run(statements.PUT_CANDIDATES, {
        candidates: candidates.sort((one, other) => (one.id < other.id ? -1 : 1)),
      });
    });
  }

  async searches(ids: readonly string[]): Promise<readonly (KeptSearch | null)[]> {
    const rows = await this.#connection.read<SearchRow>(statements.GET_SEARCHES, { ids });
    return inOrderOf(ids, rows, ({ search }) => search.id, readSearch);
  }

  async searchPage(request: PageRequest): Promise<Page<KeptSearch>> {
    const [at, after] = keysetAfter('emerging searches', ['number', 'string'], request) ?? [-FIRST, ''];
    const page = { by: -Number(at), after, rows: request.first + 1 };
    const rows = await this.#connection.read<SearchRow>(statements.SEARCH_PAGE, page);
    return keysetPage('emerging searches', request, rows, readSearch, ({ search }) => [search.at, search.id]);
  }

  async get(ids: readonly string[]): Promise<readonly (EmergingCandidate | null)[]> {
    const rows = await this.#connection.read<CandidateRow>(statements.GET_CANDIDATES, { ids });
    return inOrderOf(ids, rows, ({ candidate }) => candidate.id, readCandidate);
  }

  async page(state: CandidateState | null, request: PageRequest): Promise<Page<EmergingCandidate>> {
    const list = 'emerging issues';
    const key = keysetAfter(list, ['number', 'number', 'string'], request) ?? [-FIRST, 0, ''];
    const [foundTo, place, after] = key;
    const page = { state, by: -Number(foundTo), place, after, rows: request.first + 1 };
    const rows = await this.#connection.read<CandidateRow>(statements.CANDIDATE_PAGE, page);
    return keysetPage(list, request, rows, readCandidate, ({ candidate }) => [
      ...[candidate.foundTo, candidate.place, candidate.id],
    ]);
  }

  async decide(decision: Omit<CandidateDecision, 'number' | 'at'>): Promise<EmergingCandidate> {
    const at = this.#now();
    return this.#connection.write(async (cypher) => {
      const { id, candidateId, verdict, issueId } = decision;
      const [row] = await cypher.run<CandidateRow & { before: number }>(statements.LOCK_CANDIDATE, { candidateId });
      if (row === undefined) throw noSuchCandidate(candidateId);
      const candidate = readCandidate(row);
      const [there] = await cypher.run<DecisionRow>(statements.GET_DECISION, { id });
      if (there !== undefined) {
        mustBeSameDecision(there.decision, decision);
        return candidate;
      }
      await cypher.run(statements.ADD_DECISION, { ...decision, number: row.before + 1, at });
      return { ...candidate, state: verdict, issueId };
    });
  }

  async decisions(candidateId: string, request: PageRequest): Promise<Page<CandidateDecision>> {
    const list = 'emerging decisions';
    const after = keysetAfter(list, ['number'], request)?.[0] ?? 0;
    const page = { candidateId, after, rows: request.first + 1 };
    const rows = await this.#connection.read<DecisionRow>(statements.DECISIONS, page);
    return keysetPage(list, request, rows, readDecision, ({ decision }) => [decision.number]);
  }

  async decision(id: string): Promise<CandidateDecision | null> {
    const [row] = await this.#connection.read<DecisionRow>(statements.GET_DECISION, { id });
    return row === undefined ? null : readDecision(row);
  }
}

function readSearch({ search }: SearchRow): KeptSearch {
  return readSearchNode(search);
}

function readCandidate({ candidate }: CandidateRow): EmergingCandidate {
  return readCandidateNode(candidate);
}

function readDecision({ decision }: DecisionRow): CandidateDecision {
  return readDecisionNode(decision);
}
