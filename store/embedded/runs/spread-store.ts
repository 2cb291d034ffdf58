import type { CascadeMetrics } from '#domain/cascade.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { Amplification, SpreadStore } from '#domain/ports/spread-store.js';
import type { Community } from '#domain/run-document.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Database } from '../database.js';
import { readNetwork } from './read-network.js';
import { runKey } from './run-key.js';

const BEYOND = Number.MAX_SAFE_INTEGER;
const NO_RUN = -1;

interface CascadeRow {
  readonly size: number;
  readonly root_id: string;
  readonly root_account_id: string;
  readonly started_at: number;
  readonly unique_accounts: number;
  readonly depth: number;
  readonly max_breadth: number;
  readonly structural_virality: number;
  readonly direct_share: number;
  readonly seconds_to_half: number;
}

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

  async cascades(runId: string, request: PageRequest): Promise<Page<CascadeMetrics>> {
    const [size, root] = keysetAfter('cascades', ['number', 'string'], request) ?? [BEYOND, ''];
    const rows = this.#database.all<CascadeRow>(
      `SELECT * FROM run_cascade WHERE run_id = ? AND size <= ? AND (size < ? OR root_id > ?)
       ORDER BY size DESC, root_id LIMIT ?`,
      this.#key(runId),
      size!,
      size!,
      root!,
      request.first + 1,
    );
    return keysetPage('cascades', request, rows, readCascade, (row) => [row.size, row.root_id]);
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

function readCascade(row: CascadeRow): CascadeMetrics {
  return {
    rootId: row.root_id,
    rootAccountId: row.root_account_id,
    startedAt: row.started_at,
    size: row.size,
    uniqueAccounts: row.unique_accounts,
    depth: row.depth,
    maxBreadth: row.max_breadth,
    structuralVirality: row.structural_virality,
    directShare: row.direct_share,
    secondsToHalf: row.seconds_to_half,
  };
}
