import { MENTION_KINDS, mentionId } from '#domain/mention.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { AmplifyingMention, EdgePart, SpreadWalkStore } from '#domain/ports/spread-walk-store.js';
import type { SpreadEdge, Way } from '#domain/spread-walk/spread-edge.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Database } from '../database.js';
import type { HeavyReads } from '../heavy-reads.js';
import type { Platforms } from '../platforms.js';
import { runKey } from './run-key.js';
import {
  AMPLIFYING,
  COUNT_AMPLIFYING,
  COUNT_EDGES_AMONG,
  EDGES_AMONG,
  WALK_STATEMENTS,
} from './spread-walk-statements.js';

const NO_RUN = -1;
const LIST = 'amplifyingMentions';
const BEFORE_ALL = [Number.MIN_SAFE_INTEGER, ''] as const;
const AMONG = 'edgesAmong';
const BEFORE_ALL_EDGES = [Number.MIN_SAFE_INTEGER, '', ''] as const;

/** Edges of one account: the other ends and their weights as two JSON lists, which cross from the worker as one text each. */
interface EdgesRow {
  readonly account: string;
  readonly others: string;
  readonly weights: string;
}

interface AmplifyingRow {
  readonly platform_id: number;
  readonly native_id: string;
  readonly parent_native_id: string;
  readonly kind: number;
  readonly published_at: number;
}

/** All of it in the query worker: a hub may have a hundred thousand edges. */
export class EmbeddedSpreadWalkStore implements SpreadWalkStore {
  readonly #database: Database;
  readonly #heavy: HeavyReads;
  readonly #platforms: Platforms;

  constructor(database: Database, heavy: HeavyReads, platforms: Platforms) {
    this.#database = database;
    this.#heavy = heavy;
    this.#platforms = platforms;
  }

  async degrees(runId: string, accountIds: readonly string[], way: Way): Promise<readonly number[]> {
    const { degrees } = WALK_STATEMENTS[way];
    const rows = await this.#heavy.all<{ at: number; degree: number }>(
      degrees,
      JSON.stringify(accountIds),
      this.#key(runId),
    );
    const found = new Map(rows.map(({ at, degree }) => [at, degree]));
    return accountIds.map((_, at) => found.get(at) ?? 0);
  }

  async edges(runId: string, accountIds: readonly string[], way: Way): Promise<readonly SpreadEdge[]> {
    const { edges } = WALK_STATEMENTS[way];
    const rows = await this.#heavy.all<EdgesRow>(edges, JSON.stringify(accountIds), this.#key(runId));
    return rows.flatMap((row) => readEdges(row, way));
  }

  async heaviestEdges(
    runId: string,
    accountId: string,
    way: Way,
    { skip, most }: EdgePart,
  ): Promise<readonly SpreadEdge[]> {
    const { heaviest } = WALK_STATEMENTS[way];
    const rows = await this.#heavy.all<EdgesRow>(heaviest, accountId, this.#key(runId), skip, skip + most);
    return rows.flatMap((row) => readEdges(row, way));
  }

  async edgesAmong(runId: string, accountIds: readonly string[], request: PageRequest): Promise<Page<SpreadEdge>> {
    const [weight, from, to] = keysetAfter(AMONG, ['number', 'string', 'string'], request) ?? BEFORE_ALL_EDGES;
    const rows = await this.#heavy.all<SpreadEdge>(
      EDGES_AMONG,
      ...[JSON.stringify(accountIds), this.#key(runId), weight!, from!, to!, request.first + 1],
    );
    return keysetPage(
      AMONG,
      request,
      rows,
      (row) => row,
      (row) => [-row.weight, row.from, row.to],
    );
  }

  async countEdgesAmong(runId: string, accountIds: readonly string[]): Promise<number> {
    const [row] = await this.#heavy.all<{ count: number }>(
      COUNT_EDGES_AMONG,
      JSON.stringify(accountIds),
      this.#key(runId),
    );
    return row!.count;
  }

  async amplifyingMentions(
    issueId: string,
    { from, to }: Pick<SpreadEdge, 'from' | 'to'>,
    request: PageRequest,
  ): Promise<Page<AmplifyingMention>> {
    const [time, nativeId] = keysetAfter(LIST, ['number', 'string'], request) ?? BEFORE_ALL;
    const rows = await this.#heavy.all<AmplifyingRow>(
      AMPLIFYING,
      issueId,
      from,
      to,
      time!,
      nativeId!,
      request.first + 1,
    );
    return keysetPage(
      LIST,
      request,
      rows,
      (row) => this.#read(row),
      (row) => [row.published_at, row.native_id],
    );
  }

  async countAmplifyingMentions(issueId: string, { from, to }: Pick<SpreadEdge, 'from' | 'to'>): Promise<number> {
    return (await this.#heavy.all<{ count: number }>(COUNT_AMPLIFYING, issueId, from, to))[0]!.count;
  }

  /** A parent is of its child's platform. */
  #read(row: AmplifyingRow): AmplifyingMention {
    const platform = this.#platforms.name(row.platform_id);
    return {
      mentionId: mentionId(platform, row.native_id),
      parentId: mentionId(platform, row.parent_native_id),
      kind: MENTION_KINDS[row.kind]!,
      publishedAt: row.published_at,
    };
  }

  #key(runId: string): number {
    return runKey(this.#database, runId) ?? NO_RUN;
  }
}

function readEdges({ account, others, weights }: EdgesRow, way: Way): SpreadEdge[] {
  const weight = JSON.parse(weights) as number[];
  return (JSON.parse(others) as string[]).map((other, at) =>
    way === 'ALONG'
      ? { from: account, to: other, weight: weight[at]! }
      : { from: other, to: account, weight: weight[at]! },
  );
}
