import type { CascadeKey, CascadeMetrics } from '#domain/cascade.js';
import type { CascadeOrder } from '#domain/cascade-order.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { Amplification, NetworkMember, SpreadStore } from '#domain/ports/spread-store.js';
import type { Community } from '#domain/run-document.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Database } from '../database.js';
import { type CascadeRow, ORDER_COLUMNS, readCascade } from './cascade-rows.js';
import { readNetwork } from './read-network.js';
import { runKey } from './run-key.js';

const BEYOND = Number.MAX_SAFE_INTEGER;
const NO_RUN = -1;
const MEMBER = `SELECT n.community, n.amplified, (SELECT coalesce(sum(e.weight), 0) FROM run_amplifies e
    WHERE e.run_id = n.run_id AND e.account_id = n.account_id) AS amplifies
  FROM account a CROSS JOIN run_member n INDEXED BY run_member_by_account ON n.account_id = a.id
  WHERE a.pseudonym = ? AND n.run_id = ?`;

interface AmplificationRow {
  readonly id: string;
  readonly rank: number;
  readonly weight: number;
}

export class EmbeddedSpreadStore implements SpreadStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async cascades(runId: string, request: PageRequest, order: CascadeOrder): Promise<Page<CascadeMetrics>> {
    const list = `cascades ${order}`;
    const [value, size, root] = keysetAfter(list, ['number', 'number', 'string'], request) ?? [BEYOND, BEYOND, ''];
    const by = ORDER_COLUMNS[order];
    const rows = this.#database.all<CascadeRow & { readonly by: number }>(
      `SELECT *, ${by} AS by FROM run_cascade WHERE run_id = ?1 AND ${by} <= ?2
         AND (${by} < ?2 OR size < ?3 OR size = ?3 AND root_id > ?4)
       ORDER BY ${[...new Set([by, 'size'])].map((column) => `${column} DESC`).join(', ')}, root_id LIMIT ?5`,
      ...[this.#key(runId), value!, size!, root!, request.first + 1],
    );
    return keysetPage(list, request, rows, readCascade, (row) => [row.by, row.size, row.root_id]);
  }

  async cascadesByRoot(keys: readonly CascadeKey[]): Promise<readonly (CascadeMetrics | null)[]> {
    const find = 'SELECT * FROM run_cascade INDEXED BY run_cascade_by_root WHERE run_id = ? AND root_id = ?';
    return keys.map(({ runId, rootId }) => {
      const row = this.#database.get<CascadeRow>(find, this.#key(runId), rootId);
      return row === undefined ? null : readCascade(row);
    });
  }

  async communities(runId: string, request: PageRequest): Promise<Page<Community>> {
    const [number] = keysetAfter('communities', ['number'], request) ?? [-1];
    const rows = this.#database.all<{ number: number; body: string }>(
      'SELECT number, body FROM run_community WHERE run_id = ? AND number > ? ORDER BY number LIMIT ?',
      this.#key(runId),
      number!,
      request.first + 1,
    );
    return keysetPage(
      'communities',
      request,
      rows,
      ({ body }) => JSON.parse(body) as Community,
      (row) => [row.number],
    );
  }

  async communityMembers(runId: string, community: number, request: PageRequest): Promise<Page<Amplification>> {
    const [rank] = keysetAfter('members', ['number'], request) ?? [-1];
    const rows = this.#database.all<AmplificationRow>(
      `SELECT a.pseudonym AS id, n.rank, n.amplified AS weight
       FROM run_member n CROSS JOIN account a ON a.id = n.account_id
       WHERE n.run_id = ? AND n.community = ? AND n.rank > ? ORDER BY n.rank LIMIT ?`,
      this.#key(runId),
      community,
      rank!,
      request.first + 1,
    );
    return amplificationPage('members', request, rows);
  }

  async amplifications(
    runId: string,
    accountId: string,
    direction: 'AMPLIFIES' | 'AMPLIFIED_BY',
    request: PageRequest,
  ): Promise<Page<Amplification>> {
    const [rank] = keysetAfter(direction, ['number'], request) ?? [-1];
    const table = direction === 'AMPLIFIES' ? 'run_amplifies' : 'run_amplified_by';
    const rows = this.#database.all<AmplificationRow>(
      `SELECT o.pseudonym AS id, e.rank, e.weight
       FROM account a CROSS JOIN ${table} e CROSS JOIN account o ON o.id = e.other_id
       WHERE a.pseudonym = ? AND e.run_id = ? AND e.account_id = a.id AND e.rank > ? ORDER BY e.rank LIMIT ?`,
      accountId,
      this.#key(runId),
      rank!,
      request.first + 1,
    );
    return amplificationPage(direction, request, rows);
  }

  async members(runId: string, accountIds: readonly string[]): Promise<readonly (NetworkMember | null)[]> {
    const run = this.#key(runId);
    return accountIds.map((id) => this.#database.get<NetworkMember>(MEMBER, id, run) ?? null);
  }

  network(runId: string, onRows?: (rows: number) => void): Promise<NetworkColumns> {
    return readNetwork(this.#database, this.#key(runId), onRows);
  }

  #key(runId: string): number {
    return runKey(this.#database, runId) ?? NO_RUN;
  }
}

function amplificationPage(list: string, request: PageRequest, rows: readonly AmplificationRow[]): Page<Amplification> {
  return keysetPage(
    list,
    request,
    rows,
    ({ id, weight }) => ({ accountId: id, weight }),
    (row) => [row.rank],
  );
}
