import type { CascadeDetails, CascadeMetrics } from '#domain/cascade.js';
import { type CascadeOrder, orderValues } from '#domain/cascade-order.js';
import type { Ranked } from './rank-pages.js';

/** What HAS_CASCADE carries: the shape, all else as JSON, and where it stands in each order. */
export type CascadeProperties = Omit<CascadeMetrics, 'rootId' | 'details'> & { readonly details?: string };

export interface CascadeRow {
  readonly metrics: CascadeProperties & Ranked;
  readonly rootId: string;
  /** Of the order that was asked for: the negative of its value, since an index gives its order upwards only. */
  readonly by: number;
}

/** `details` as JSON text. */
export function cascadeProperties(
  shape: Omit<CascadeMetrics, 'rootId' | 'details'>,
  details: string | null,
): CascadeProperties {
  const order = orderValues({
    ...shape,
    rootId: '',
    details: details === null ? null : (JSON.parse(details) as CascadeDetails),
  });
  return { ...shape, ...(details !== null && { details }), ...downwards(order) };
}

function downwards(order: Readonly<Record<CascadeOrder, number>>) {
  return {
    byUniqueAccounts: -order.UNIQUE_ACCOUNTS,
    byDepth: -order.DEPTH,
    byMaxBreadth: -order.MAX_BREADTH,
    byStructuralVirality: -order.STRUCTURAL_VIRALITY,
    byBusiestHour: -order.BUSIEST_HOUR,
    byPlatformHops: -order.PLATFORM_HOPS,
    byProvinceHops: -order.PROVINCE_HOPS,
    byStreamHops: -order.STREAM_HOPS,
  };
}

export function readCascade({ metrics, rootId }: Pick<CascadeRow, 'metrics' | 'rootId'>): CascadeMetrics {
  return {
    rootId,
    rootAccountId: metrics.rootAccountId,
    startedAt: metrics.startedAt,
    size: metrics.size,
    uniqueAccounts: metrics.uniqueAccounts,
    depth: metrics.depth,
    maxBreadth: metrics.maxBreadth,
    structuralVirality: metrics.structuralVirality,
    directShare: metrics.directShare,
    secondsToHalf: metrics.secondsToHalf,
    details: metrics.details === undefined ? null : (JSON.parse(metrics.details) as CascadeDetails),
  };
}
