import type { Page, PageRequest } from '#domain/paging.js';
import type { AmplifyingMention, EdgePart, SpreadWalkStore } from '#domain/ports/spread-walk-store.js';
import type { SpreadEdge, Way } from '#domain/spread-walk/spread-edge.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import { COUNT_TIMEOUT, type Neo4jConnection } from '../connection.js';
import { ISSUE_MEMBERSHIP } from '../mentions/mention-lookups.cypher.js';
import type { Parameters } from '../parameters.js';
import * as statements from './spread-walk-store.cypher.js';

const LIST = 'amplifyingMentions';
const BEFORE_ALL = [Number.MIN_SAFE_INTEGER, ''] as const;
const AMONG = 'edgesAmong';
const BEFORE_ALL_EDGES = [Number.MIN_SAFE_INTEGER, '', ''] as const;

const WALKS = {
  ALONG: {
    degrees: statements.DEGREES_ALONG,
    edges: statements.EDGES_ALONG,
    heaviest: statements.HEAVIEST_ALONG,
  },
  AGAINST: {
    degrees: statements.DEGREES_AGAINST,
    edges: statements.EDGES_AGAINST,
    heaviest: statements.HEAVIEST_AGAINST,
  },
} as const;

export class Neo4jSpreadWalkStore implements SpreadWalkStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async degrees(runId: string, accounts: readonly string[], way: Way): Promise<readonly number[]> {
    const rows = await this.#connection.read<{ id: string; degree: number }>(WALKS[way].degrees, { runId, accounts });
    const found = new Map(rows.map(({ id, degree }) => [id, degree]));
    return accounts.map((id) => found.get(id) ?? 0);
  }

  edges(runId: string, accounts: readonly string[], way: Way): Promise<readonly SpreadEdge[]> {
    return this.#connection.read<SpreadEdge>(WALKS[way].edges, { runId, accounts });
  }

  heaviestEdges(runId: string, accountId: string, way: Way, part: EdgePart): Promise<readonly SpreadEdge[]> {
    return this.#connection.read<SpreadEdge>(WALKS[way].heaviest, { runId, accounts: [accountId], ...part });
  }

  async edgesAmong(runId: string, accountIds: readonly string[], request: PageRequest): Promise<Page<SpreadEdge>> {
    const [weight, from, to] = keysetAfter(AMONG, ['number', 'string', 'string'], request) ?? BEFORE_ALL_EDGES;
    const rows = await this.#connection.read<SpreadEdge>(
      statements.EDGES_AMONG,
      { runId, accounts: accountIds, weight: -weight!, from: from!, to: to!, limit: request.first + 1 },
      COUNT_TIMEOUT,
    );
    return keysetPage(
      AMONG,
      request,
      rows,
      (row) => row,
      (row) => [-row.weight, row.from, row.to],
    );
  }

  async countEdgesAmong(runId: string, accounts: readonly string[]): Promise<number> {
    const asked = { runId, accounts };
    const [row] = await this.#connection.read<{ count: number }>(statements.COUNT_EDGES_AMONG, asked, COUNT_TIMEOUT);
    return row!.count;
  }

  async amplifyingMentions(
    issueId: string,
    { from, to }: Pick<SpreadEdge, 'from' | 'to'>,
    request: PageRequest,
  ): Promise<Page<AmplifyingMention>> {
    const [time, mentionId] = keysetAfter(LIST, ['number', 'string'], request) ?? BEFORE_ALL;
    const seek = { from, to, time: time!, mentionId: mentionId!, limit: request.first + 1 };
    const rows = await this.#ofIssue<AmplifyingMention>(issueId, statements.AMPLIFYING_MENTIONS, seek);
    return keysetPage(
      LIST,
      request,
      rows,
      (row) => row,
      (row) => [row.publishedAt, row.mentionId],
    );
  }

  async countAmplifyingMentions(issueId: string, { from, to }: Pick<SpreadEdge, 'from' | 'to'>): Promise<number> {
    const ends = { from, to, time: Number.MIN_SAFE_INTEGER };
    const [row] = await this.#ofIssue<{ count: number }>(issueId, statements.COUNT_AMPLIFYING_MENTIONS, ends);
    return row?.count ?? 0;
  }

  /** No rows where there is no such issue. A hyperactive account has many mentions to look through: hence the time. */
  #ofIssue<Row>(issueId: string, statement: string, parameters: Parameters): Promise<Row[]> {
    return this.#connection.readAll(async (cypher) => {
      const [issue] = await cypher.run<{ membership: number }>(ISSUE_MEMBERSHIP, { issueId });
      return issue === undefined ? [] : cypher.run<Row>(statement, { ...parameters, membership: issue.membership });
    }, COUNT_TIMEOUT);
  }
}
