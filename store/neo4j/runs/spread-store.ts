import type { CascadeKey, CascadeMetrics } from '#domain/cascade.js';
import type { CascadeOrder } from '#domain/cascade-order.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { Amplification, NetworkMember, SpreadStore } from '#domain/ports/spread-store.js';
import type { Community } from '#domain/run-document.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Neo4jConnection } from '../connection.js';
import type { Parameters } from '../parameters.js';
import { type CascadeRow, readCascade } from './cascade-rows.js';
import { type Ranked, rankAfter, rankPage, runKey } from './rank-pages.js';
import { readNetwork } from './read-network.js';
import * as statements from './spread-store.cypher.js';

interface EdgeRanks {
  readonly run: number;
  readonly outFrom: number;
  readonly outTo: number;
  readonly inFrom: number;
  readonly inTo: number;
}

export class Neo4jSpreadStore implements SpreadStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async cascades(runId: string, request: PageRequest, order: CascadeOrder): Promise<Page<CascadeMetrics>> {
    const list = `cascades ${order}`;
    if (order === 'SIZE') {
      const rows = await this.#ofRun<CascadeRow>(runId, statements.CASCADES, rankAfter(list, request));
      return rankPage(
        list,
        request,
        rows.map((row) => ({ ...row, rank: row.metrics.rank })),
        readCascade,
      );
    }
    const [by, after] = keysetAfter(list, ['number', 'number'], request) ?? [-Number.MAX_VALUE, -1];
    const from = { by: by as number, after: after as number, limit: request.first + 1 };
    const rows = await this.#ofRun<CascadeRow>(runId, statements.CASCADES_BY[order], from);
    return keysetPage(list, request, rows, readCascade, (row) => [row.by, row.metrics.rank]);
  }

  async cascadesByRoot(keys: readonly CascadeKey[]): Promise<readonly (CascadeMetrics | null)[]> {
    const rows = await this.#connection.read<CascadeRow & CascadeKey>(statements.CASCADES_BY_ROOT, { keys });
    const found = new Map(rows.map((row) => [nameOf(row), row]));
    return keys.map((key) => {
      const row = found.get(nameOf(key));
      return row === undefined ? null : readCascade(row);
    });
  }

  async communities(runId: string, request: PageRequest): Promise<Page<Community>> {
    const after = rankAfter('communities', request);
    const rows = await this.#ofRun<{ number: number; body: string }>(runId, statements.COMMUNITIES, after);
    const ranked = rows.map(({ number, body }) => ({ rank: number, body }));
    return rankPage('communities', request, ranked, ({ body }) => JSON.parse(body) as Community);
  }

  async communityMembers(runId: string, community: number, request: PageRequest): Promise<Page<Amplification>> {
    const after = { ...rankAfter('members', request), community };
    const rows = await this.#ofRun<Amplification & Ranked>(runId, statements.COMMUNITY_MEMBERS, after);
    return rankPage('members', request, rows, readAmplification);
  }

  async amplifications(
    runId: string,
    accountId: string,
    direction: 'AMPLIFIES' | 'AMPLIFIED_BY',
    request: PageRequest,
  ): Promise<Page<Amplification>> {
    const { after, limit } = rankAfter(direction, request);
    const rows = await this.#connection.readAll(async (cypher) => {
      const [ranks] = await cypher.run<EdgeRanks>(statements.EDGES_OF_ACCOUNT, { runId, accountId });
      if (ranks === undefined) return [];
      const { run, outFrom, outTo, inFrom, inTo } = ranks;
      const page = (from: number, to: number) => ({ run, from: Math.max(from, after + 1), to, limit });
      return direction === 'AMPLIFIES'
        ? cypher.run<Amplification & Ranked>(statements.AMPLIFIES, page(outFrom, outTo))
        : cypher.run<Amplification & Ranked>(statements.AMPLIFIED_BY, page(inFrom, inTo));
    });
    return rankPage(direction, request, rows, readAmplification);
  }

  async members(runId: string, accountIds: readonly string[]): Promise<readonly (NetworkMember | null)[]> {
    const asked = { runId, accountIds };
    const rows = await this.#connection.read<NetworkMember & { accountId: string }>(statements.MEMBERS, asked);
    return inOrderOf(
      accountIds,
      rows,
      ({ accountId }) => accountId,
      ({ community, amplified, amplifies }) => ({ community, amplified, amplifies }),
    );
  }

  network(runId: string, onRows?: (rows: number) => void): Promise<NetworkColumns> {
    return readNetwork(this.#connection, runId, onRows);
  }

  #ofRun<Row>(runId: string, statement: string, parameters: Parameters): Promise<Row[]> {
    return this.#connection.readAll(async (cypher) =>
      cypher.run<Row>(statement, { ...parameters, run: await runKey(cypher, runId) }),
    );
  }
}

function nameOf({ runId, rootId }: CascadeKey): string {
  return JSON.stringify([runId, rootId]);
}

function readAmplification({ accountId, weight }: Amplification): Amplification {
  return { accountId, weight };
}
