import type { CascadeDetails, CascadeMetrics } from '#domain/cascade.js';
import type { CascadeOrder, orderValues } from '#domain/cascade-order.js';
import type { SqlValue } from '../database.js';

const COLUMNS = `run_id, size, root_id, root_account_id, started_at, unique_accounts, depth, max_breadth,
  structural_virality, direct_share, seconds_to_half, details, busiest_hour, platform_hops, province_hops, stream_hops`;

/** Values as cascadeRow() gives them. */
export const ADD_CASCADE = `INSERT OR REPLACE INTO run_cascade (${COLUMNS})
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The column that each order is by, with an index of its own. */
export const ORDER_COLUMNS: Readonly<Record<CascadeOrder, string>> = {
  SIZE: 'size',
  UNIQUE_ACCOUNTS: 'unique_accounts',
  DEPTH: 'depth',
  MAX_BREADTH: 'max_breadth',
  STRUCTURAL_VIRALITY: 'structural_virality',
  BUSIEST_HOUR: 'busiest_hour',
  PLATFORM_HOPS: 'platform_hops',
  PROVINCE_HOPS: 'province_hops',
  STREAM_HOPS: 'stream_hops',
};

export interface CascadeRow {
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
  readonly details: string | null;
}

/** `details` as JSON text. */
export function cascadeRow(
  runKey: number,
  c: Omit<CascadeMetrics, 'details'>,
  details: string | null,
  order: ReturnType<typeof orderValues>,
): SqlValue[] {
  const shape = [c.uniqueAccounts, c.depth, c.maxBreadth, c.structuralVirality, c.directShare, c.secondsToHalf];
  const orders = [order.BUSIEST_HOUR, order.PLATFORM_HOPS, order.PROVINCE_HOPS, order.STREAM_HOPS];
  return [runKey, c.size, c.rootId, c.rootAccountId, c.startedAt, ...shape, details, ...orders];
}

export function readCascade(row: CascadeRow): CascadeMetrics {
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
    details: row.details === null ? null : (JSON.parse(row.details) as CascadeDetails),
  };
}
