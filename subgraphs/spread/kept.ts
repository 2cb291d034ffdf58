import type { CacheTable } from '#platform/cache-table.js';

/** A cascade of a run never changes, and is gone once later runs took its place. */
const CASCADE = 60;

/**
 * How long a gateway may keep what runs found: the figures of a cascade that is named. Which run of an issue is the newest, jobs,
 * findings with their reviews, and all that names accounts are always read anew.
 */
export const SPREAD_KEPT: CacheTable = {
  'Query.cascade': CASCADE,
  CascadeGrowth: 'inherit',
  CascadeHops: 'inherit',
  CascadeTree: 'inherit',
  PlaceHops: 'inherit',
};
