import type { Page, PageRequest } from '#domain/paging.js';
import type { AmplifyingMention, SpreadWalkStore } from '#domain/ports/spread-walk-store.js';
import type { SpreadEdge, Way } from '#domain/spread-walk/spread-edge.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import { COUNT_TIMEOUT, type Neo4jConnection } from '../connection.js';
import * as statements from './spread-walk-store.cypher.js';

const LIST = 'amplifyingMentions';
const BEFORE_ALL = [Number.MIN_SAFE_INTEGER, ''] as const;

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

  heaviestEdges(runId: string, accountId: string, way: Way, most: number): Promise<readonly SpreadEdge[]> {
    return this.#connection.read<SpreadEdge>(WALKS[way].heaviest, { runId, accounts: [accountId], most });
  }

  edgesAmong(runId: string, accounts: readonly string[]): Promise<readonly SpreadEdge[]> {
    return this.#connection.read<SpreadEdge>(statements.EDGES_AMONG, { runId, accounts });
  }

  async amplifyingMentions(
    issueId: string,
    { from, to }: Pick<SpreadEdge, 'from' | 'to'>,
    request: PageRequest,
  ): Promise<Page<AmplifyingMention>> {
    const [time, mentionId] = keysetAfter(LIST, ['number', 'string'], request) ?? BEFORE_ALL;
    const seek = { issueId, from, to, time: time!, mentionId: mentionId!, limit: request.first + 1 };
    const rows = await this.#connection.read<AmplifyingMention>(statements.AMPLIFYING_MENTIONS, seek);
    return keysetPage(
      LIST,
      request,
      rows,
      (row) => row,
      (row) => [row.publishedAt, row.mentionId],
    );
  }

  async countAmplifyingMentions(issueId: string, { from, to }: Pick<SpreadEdge, 'from' | 'to'>): Promise<number> {
    const [row] = await this.#connection.read<{ count: number }>(
      statements.COUNT_AMPLIFYING_MENTIONS,
      { issueId, from, to, time: Number.MIN_SAFE_INTEGER },
      COUNT_TIMEOUT,
    );
    return row?.count ?? 0;
  }
}
