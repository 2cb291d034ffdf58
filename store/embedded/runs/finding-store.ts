import type { Behaviour } from '#domain/action.js';
import type { CoTimedEdge, EvidenceRow, GroupInRun, ReviewState, StoredGroup } from '#domain/finding.js';
import { type FindingReview, withReview } from '#domain/finding-review.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { FindingStore } from '#domain/ports/finding-store.js';
import { keptReview } from '../../kept-review.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import { noSuchFinding } from '../../no-such-finding.js';
import type { Database, SqlValue } from '../database.js';
import { runKey } from './run-key.js';
import type { FindingBody } from './write-findings.js';

export interface FindingRow {
  readonly id: number;
  readonly name: string;
  readonly run: string;
  readonly members: number;
  readonly body: string;
  readonly review_state: string;
  readonly review_until: number | null;
}

type LineRow = Pick<FindingRow, 'name' | 'run' | 'review_state' | 'review_until'> & { readonly started_at: number };

export interface EvidenceColumns {
  readonly ordinal: number;
  readonly from_account: string;
  readonly to_account: string;
  readonly behaviour: string;
  readonly object: string;
  readonly from_mention: string;
  readonly to_mention: string;
  readonly from_time: number;
  readonly to_time: number;
}

export const FINDING = 'SELECT f.id, f.name, r.name AS run, f.members, f.body, f.review_state, f.review_until';
// A reviewed finding that its run no longer has when it is done again is kept hidden: members = 0.
const PAGE = `${FINDING} FROM finding f JOIN run r ON r.id = f.run_id
  WHERE f.run_id = ? AND f.members > 0 AND f.members <= ? AND (f.members < ? OR f.name > ?)
  ORDER BY f.members DESC, f.name LIMIT ?`;
const OF_ACCOUNT = `${FINDING} FROM finding_member n CROSS JOIN finding f ON f.id = n.finding_id
  JOIN run r ON r.id = f.run_id
  WHERE n.run_id = ? AND n.account = ? AND n.members <= ? AND (n.members < ? OR f.name > ?)
  ORDER BY n.members DESC, f.name LIMIT ?`;

// All of a finding that this reads stands in finding_by_line: what follows a long body in a row is reached through all of it.
const OF_LINE = `SELECT f.name, r.name AS run, f.review_state, f.review_until, r.started_at FROM finding f CROSS JOIN run r ON r.id = f.run_id
  WHERE f.stable_id = ? AND f.members > 0 AND r.state = 'DONE' AND (r.started_at, f.name) < (?, ?)
  ORDER BY r.started_at DESC, f.name DESC LIMIT ?`;

const REVIEWS = 'SELECT reviews, review_state, review_until FROM finding WHERE name = ? AND members > 0';
const PUT_REVIEWS = 'UPDATE finding SET reviews = ?, review_state = ?, review_until = ? WHERE name = ?';

interface ReviewsRow {
  readonly reviews: string | null;
  readonly review_state: string;
  readonly review_until: number | null;
}

export class EmbeddedFindingStore implements FindingStore {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #reviewLastsMs: number | undefined;

  constructor(database: Database, now: () => number, reviewLastsMs?: number) {
    this.#database = database;
    this.#now = now;
    this.#reviewLastsMs = reviewLastsMs;
  }

  async get(ids: readonly string[]): Promise<readonly (StoredGroup | null)[]> {
    const rows = this.#database.all<FindingRow>(
      `${FINDING} FROM json_each(?) j CROSS JOIN finding f ON f.name = j.value JOIN run r ON r.id = f.run_id
       WHERE f.members > 0`,
      JSON.stringify(ids),
    );
    return inOrderOf(ids, rows, (row) => row.name, this.#read);
  }

  async page(runId: string, request: PageRequest): Promise<Page<StoredGroup>> {
    const [members, name] = keysetAfter('findings', ['number', 'string'], request) ?? [Number.MAX_SAFE_INTEGER, ''];
    const values = [runKey(this.#database, runId) ?? -1, members!, members!, name!, request.first + 1];
    const rows = this.#database.all<FindingRow>(PAGE, ...values);
    return keysetPage('findings', request, rows, this.#read, (row) => [row.members, row.name]);
  }

  async ofAccount(runId: string, accountId: string, request: PageRequest): Promise<Page<StoredGroup>> {
    const list = 'findings of account';
    const [members, name] = keysetAfter(list, ['number', 'string'], request) ?? [Number.MAX_SAFE_INTEGER, ''];
    const values = [runKey(this.#database, runId) ?? -1, accountId, members!, members!, name!, request.first + 1];
    const rows = this.#database.all<FindingRow>(OF_ACCOUNT, ...values);
    return keysetPage(list, request, rows, this.#read, (row) => [row.members, row.name]);
  }

  async ofLine(stableId: string, request: PageRequest): Promise<Page<GroupInRun>> {
    const list = 'findings of line';
    const after = keysetAfter(list, ['number', 'string'], request) ?? [Number.MAX_SAFE_INTEGER, ''];
    const rows = this.#database.all<LineRow>(OF_LINE, ...[stableId, ...after, request.first + 1]);
    return keysetPage(list, request, rows, this.#readInRun, (row) => [row.started_at, row.name]);
  }

  async evidence(
    findingId: string,
    edge: Pick<CoTimedEdge, 'from' | 'to'> | null,
    request: PageRequest,
  ): Promise<Page<EvidenceRow>> {
    const [ordinal] = keysetAfter('evidence', ['number'], request) ?? [-1];
    const ofEdge = edge === null ? '' : 'AND e.from_account = ? AND e.to_account = ?';
    const values: SqlValue[] = [findingId, ...(edge === null ? [] : [edge.from, edge.to]), ordinal!];
    const rows = this.#database.all<EvidenceColumns>(
      `SELECT e.* FROM finding f CROSS JOIN finding_evidence e ON e.finding_id = f.id
       WHERE f.name = ? AND f.members > 0 ${ofEdge} AND e.ordinal > ? ORDER BY e.ordinal LIMIT ?`,
      ...values,
      request.first + 1,
    );
    return keysetPage('evidence', request, rows, readEvidence, (row) => [row.ordinal]);
  }

  async review(findingId: string, review: Omit<FindingReview, 'number' | 'at'>): Promise<void> {
    await this.#database.transactionWhenFree(() => {
      const row = this.#database.get<ReviewsRow>(REVIEWS, findingId);
      if (row === undefined) throw noSuchFinding(findingId);
      const kept = { state: row.review_state as ReviewState, until: row.review_until };
      const before = { history: readReviews(row), standing: kept };
      const { history, standing } = withReview(before, review, this.#now(), this.#reviewLastsMs);
      this.#database.run(PUT_REVIEWS, JSON.stringify(history), standing.state, standing.until, findingId);
    });
  }

  async reviews(findingId: string): Promise<readonly FindingReview[]> {
    return readReviews(this.#database.get<ReviewsRow>(REVIEWS, findingId));
  }

  #read = (row: FindingRow): StoredGroup => readFinding(row, this.#now());

  #readInRun = ({ name, run, review_state, review_until }: LineRow): GroupInRun => {
    const { reviewState } = keptReview(review_state as ReviewState, review_until, this.#now());
    return { id: name, runId: run, reviewState };
  };
}

export function readFinding({ name, run, body, review_state, review_until }: FindingRow, now: number): StoredGroup {
  return {
    id: name,
    runId: run,
    ...(JSON.parse(body) as FindingBody),
    ...keptReview(review_state as ReviewState, review_until, now),
  };
}

function readReviews(row: ReviewsRow | undefined): readonly FindingReview[] {
  return JSON.parse(row?.reviews ?? '[]') as FindingReview[];
}

export function readEvidence(row: EvidenceColumns): EvidenceRow {
  return {
    from: row.from_account,
    to: row.to_account,
    behaviour: row.behaviour as Behaviour,
    object: row.object,
    fromMentionId: row.from_mention,
    toMentionId: row.to_mention,
    fromTime: row.from_time,
    toTime: row.to_time,
  };
}
