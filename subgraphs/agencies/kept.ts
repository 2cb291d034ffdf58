import type { CacheTable } from '#platform/cache-table.js';

/** The registers change when an office imports another one. */
const REGISTER = 300;

/** How long a gateway may keep what is read of the registers. */
export const AGENCIES_KEPT: CacheTable = {
  Agency: REGISTER,
  Region: REGISTER,
  'Query.agencies': REGISTER,
  'Query.regions': REGISTER,
  AgencyConnection: 'inherit',
  AgencyEdge: 'inherit',
  RegionConnection: 'inherit',
  RegionEdge: 'inherit',
  PageInfo: 'inherit',
};
