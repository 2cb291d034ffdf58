import type { CoTimedEdge, EvidenceRow, GroupInRun, ReviewState, StoredGroup } from '#domain/finding.js';
import { type FindingReview, type Standing, withReview } from '#domain/finding-review.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { FindingStore } from '#domain/ports/finding-store.js';
import { keptReview } from '../../kept-review.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import { noSuchFinding } from '../../no-such-finding.js';
import type { Neo4jConnection } from '../connection.js';
import * as reviewStatements from './finding-reviews.cypher.js';
import * as statements from './finding-store.cypher.js';
import { type Ranked, rankAfter, rankPage, runKey } from './rank-pages.js';
import type { FindingBody } from './write-findings.js';

export interface FindingRow extends Ranked {
  readonly id: string;
  readonly runId: string;
  readonly body: string;
  readonly reviewState: ReviewState;
  readonly reviewUntil: number | null;
}

interface LineRow extends GroupInRun {
  readonly reviewUntil: number | null;
  readonly startedAt: number;
}

interface ReviewsRow {
  readonly reviews: string | null;
}

export interface StoredEvidence extends Ranked {
  readonly row: Omit<EvidenceRow, 'fromMentionId' | 'toMentionId'>;
  readonly fromMentionId: string;
  readonly toMentionId: string;
}

export class Neo4jFindingStore implements FindingStore {
  readonly #connection: Neo4jConnection;
  readonly #now: () => number;
  readonly #reviewLastsMs: number | undefined;

  constructor(connection: Neo4jConnection, now: () => number, reviewLastsMs?: number) {
    this.#connection = connection;
    this.#now = now;
    this.#reviewLastsMs = reviewLastsMs;
  }

  async get(ids: readonly string[]): Promise<readonly (StoredGroup | null)[]> {
    const rows = await this.#connection.read<FindingRow>(statements.FINDINGS, { ids });
    return inOrderOf(ids, rows, (row) => row.id, this.#read);
  }

  async page(runId: string, request: PageRequest): Promise<Page<StoredGroup>> {
    const page = { ...rankAfter('findings', request), runId };
    const rows = await this.#connection.readAll(async (cypher) =>
      cypher.run<FindingRow>(statements.FINDINGS_OF_RUN, { ...page, run: await runKey(cypher, runId) }),
    );
    return rankPage('findings', request, rows, this.#read);
  }

  async ofAccount(runId: string, accountId: string, request: PageRequest): Promise<Page<StoredGroup>> {
    const list = 'findings of account';
    const page = { ...rankAfter(list, request), runId, accountId };
    const rows = await this.#connection.readAll(async (cypher) =>
      cypher.run<FindingRow>(statements.FINDINGS_OF_ACCOUNT, { ...page, run: await runKey(cypher, runId) }),
    );
    return rankPage(list, request, rows, this.#read);
  }

  async ofLine(stableId: string, request: PageRequest): Promise<Page<GroupInRun>> {
    const list = 'findings of line';
    const [until, before] = keysetAfter(list, ['number', 'string'], request) ?? [Number.MAX_SAFE_INTEGER, ''];
    const rows = await this.#connection.read<LineRow>(statements.FINDINGS_OF_LINE, {
      ...{ stableId, until, before },
      limit: request.first + 1,
    });
    return keysetPage(list, request, rows, this.#readInRun, ({ startedAt, id }) => [startedAt, id]);
  }

  async evidence(
    findingId: string,
    edge: Pick<CoTimedEdge, 'from' | 'to'> | null,
    request: PageRequest,
  ): Promise<Page<EvidenceRow>> {
    const page = rankAfter('evidence', request);
    const rows = await this.#connection.readAll(async (cypher) => {
      const [found] = await cypher.run<{ group: number }>(statements.GROUP_KEY, { findingId });
      if (found === undefined) return [];
      const { group } = found;
      return edge === null
        ? cypher.run<StoredEvidence>(statements.EVIDENCE, { ...page, group })
        : cypher.run<StoredEvidence>(statements.EVIDENCE_OF_EDGE, { ...page, group, from: edge.from, to: edge.to });
    });
    return rankPage('evidence', request, rows, readEvidence);
  }

  async review(findingId: string, review: Omit<FindingReview, 'number' | 'at'>): Promise<void> {
    const now = this.#now();
    await this.#connection.write(async (cypher) => {
      const [row] = await cypher.run<ReviewsRow & Standing>(reviewStatements.LOCK_REVIEWS, { findingId });
      if (row === undefined) throw noSuchFinding(findingId);
      const before = { history: readReviews(row), standing: { state: row.state, until: row.until } };
      const { history, standing } = withReview(before, review, now, this.#reviewLastsMs);
      const reviews = JSON.stringify(history);
      await cypher.run(reviewStatements.PUT_REVIEWS, { findingId, reviews, ...standing });
    });
  }

  async reviews(findingId: string): Promise<readonly FindingReview[]> {
    const [row] = await this.#connection.read<ReviewsRow>(reviewStatements.REVIEWS, { findingId });
    return readReviews(row);
  }

  #read = (row: FindingRow): StoredGroup => readFinding(row, this.#now());

  #readInRun = ({ id, runId, reviewState, reviewUntil }: LineRow): GroupInRun => {
    const kept = keptReview(reviewState, reviewUntil, this.#now());
    return { id, runId, reviewState: kept.reviewState };
  };
}

export function readFinding({ id, runId, body, reviewState, reviewUntil }: FindingRow, now: number): StoredGroup {
  return { id, runId, ...(JSON.parse(body) as FindingBody), ...keptReview(reviewState, reviewUntil, now) };
}

function readReviews(row: ReviewsRow | undefined): readonly FindingReview[] {
  return JSON.parse(row?.reviews ?? '[]') as FindingReview[];
}

export function readEvidence({ row, fromMentionId, toMentionId }: StoredEvidence): EvidenceRow {
  const { from, to, behaviour, object, fromTime, toTime } = row;
  return { from, to, behaviour, object, fromMentionId, toMentionId, fromTime, toTime };
}
