import type { PublicTable } from '#platform/variant-tags.js';

/** The registers of regions and agencies are public everywhere. */
export const AGENCIES_OPEN: PublicTable = {
  Query: 'agencies agency region regions',
  Agency: 'id kind name parent region shortName units',
  Region: 'agencies code kind name parent',
  PageInfo: '*',
};
