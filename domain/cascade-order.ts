import type { CascadeMetrics } from './cascade.js';

/** By what cascades can be listed: the largest value first; of equal ones the larger cascade, then the lower id of the root. */
export const CASCADE_ORDERS = [
  ...(['SIZE', 'UNIQUE_ACCOUNTS', 'DEPTH', 'MAX_BREADTH', 'STRUCTURAL_VIRALITY'] as const),
  ...(['BUSIEST_HOUR', 'PLATFORM_HOPS', 'PROVINCE_HOPS', 'STREAM_HOPS'] as const),
] as const;
export type CascadeOrder = (typeof CASCADE_ORDERS)[number];

/** What decides the place of a cascade in each order; what a run did not measure counts as 0. */
export function orderValues(cascade: CascadeMetrics): Readonly<Record<CascadeOrder, number>> {
  const { details } = cascade;
  return {
    SIZE: cascade.size,
    UNIQUE_ACCOUNTS: cascade.uniqueAccounts,
    DEPTH: cascade.depth,
    MAX_BREADTH: cascade.maxBreadth,
    STRUCTURAL_VIRALITY: cascade.structuralVirality,
    BUSIEST_HOUR: details?.busiestHour ?? 0,
    PLATFORM_HOPS: details?.platforms.hops ?? 0,
    PROVINCE_HOPS: details?.provinces.hops ?? 0,
    STREAM_HOPS: details?.streams.hops ?? 0,
  };
}
