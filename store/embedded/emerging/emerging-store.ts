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
} from './emerging-rows.js';

const SEARCHES = 'SELECT s.* FROM json_each(?) j CROSS JOIN emerging_search s ON s.name = j.value';
const SEARCH_PAGE = `SELECT s.* FROM emerging_search s
  WHERE s.done_at <= ?1 AND (s.done_at < ?1 OR s.name > ?2) ORDER BY s.done_at DESC, s.name LIMIT ?3`;
const GET = 'SELECT e.* FROM json_each(?) j CROSS JOIN emerging_issue e ON e.name = j.value';
const PAGE = `SELECT e.* FROM emerging_issue e
  WHERE e.found_to <= ?1 AND (e.found_to < ?1 OR (e.place, e.name) > (?2, ?3)) AND (?4 IS NULL OR e.state = ?4)
  ORDER BY e.found_to DESC, e.place, e.name LIMIT ?5`;
const FOUND_SINCE = 'SELECT * FROM emerging_issue WHERE found_to >= ?';
const DECISION = 'SELECT * FROM emerging_decision WHERE name = ?';
const LOG = 'SELECT d.* FROM emerging_decision d WHERE d.candidate = ? AND d.number > ? ORDER BY d.number LIMIT ?';
const LAST = 'SELECT coalesce(max(number), 0) AS number FROM emerging_decision WHERE candidate = ?';
const FIRST = Number.MAX_SAFE_INTEGER;

export class EmbeddedEmergingStore implements EmergingStore {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  async put(search: EmergingSearch, found: readonly EmergingIssue[]): Promise<void> {
    this.#database.transaction(() => {
      if (this.#database.get(SEARCHES, JSON.stringify([search.id])) !== undefined) return;
      const known = this.#database.all<CandidateRow>(FOUND_SINCE, foundSince(search)).map(readCandidate);
      putSearch(this.#database, { ...search, candidates: found.length, at: this.#now() });
      for (const candidate of candidatesAfter(search, found, known)) putCandidate(this.#database, candidate);
    });
  }

  async searches(ids: readonly string[]): Promise<readonly (KeptSearch | null)[]> {
    const rows = this.#database.all<SearchRow>(SEARCHES, JSON.stringify(ids));
    return inOrderOf(ids, rows, ({ name }) => name, readSearch);
  }

  async searchPage(request: PageRequest): Promise<Page<KeptSearch>> {
    const [at, name] = keysetAfter('emerging searches', ['number', 'string'], request) ?? [FIRST, ''];
    const rows = this.#database.all<SearchRow>(SEARCH_PAGE, at!, name!, request.first + 1);
    return keysetPage('emerging searches', request, rows, readSearch, (row) => [row.done_at, row.name]);
  }

  async get(ids: readonly string[]): Promise<readonly (EmergingCandidate | null)[]> {
    return inOrderOf(ids, this.#candidates(ids), ({ name }) => name, readCandidate);
  }

  async page(state: CandidateState | null, request: PageRequest): Promise<Page<EmergingCandidate>> {
    const list = 'emerging issues';
    const after = keysetAfter(list, ['number', 'number', 'string'], request) ?? [FIRST, 0, ''];
    const rows = this.#database.all<CandidateRow>(PAGE, ...after, state, request.first + 1);
    return keysetPage(list, request, rows, readCandidate, (row) => [row.found_to, row.place, row.name]);
  }

  async decide(decision: Omit<CandidateDecision, 'number' | 'at'>): Promise<EmergingCandidate> {
    return this.#database.transactionWhenFree(() => {
      const [row] = this.#candidates([decision.candidateId]);
      if (row === undefined) throw noSuchCandidate(decision.candidateId);
      const candidate = readCandidate(row);
      const there = this.#database.get<DecisionRow>(DECISION, decision.id);
      if (there !== undefined) {
        mustBeSameDecision(readDecision(there), decision);
        return candidate;
      }
      const { candidateId, verdict, issueId } = decision;
      const last = this.#database.get<{ number: number }>(LAST, candidateId)!.number;
      putDecision(this.#database, { ...decision, number: last + 1, at: this.#now() });
      const sql = 'UPDATE emerging_issue SET state = ?, taken_as = ? WHERE name = ?';
      this.#database.run(sql, verdict, issueId, candidateId);
      return { ...candidate, state: verdict, issueId };
    });
  }

  async decisions(candidateId: string, request: PageRequest): Promise<Page<CandidateDecision>> {
    const list = 'emerging decisions';
    const [after] = keysetAfter(list, ['number'], request) ?? [0];
    const rows = this.#database.all<DecisionRow>(LOG, candidateId, after!, request.first + 1);
    return keysetPage(list, request, rows, readDecision, ({ number }) => [number]);
  }

  async decision(id: string): Promise<CandidateDecision | null> {
    const row = this.#database.get<DecisionRow>(DECISION, id);
    return row === undefined ? null : readDecision(row);
  }

  #candidates(ids: readonly string[]): CandidateRow[] {
    return this.#database.all<CandidateRow>(GET, JSON.stringify(ids));
  }
}
