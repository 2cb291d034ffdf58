import type { AccessTable } from '#platform/access-table.js';

/** Who may read what of agencies and regions: they are public registers, of the whole country for everybody. */
export const AGENCIES_ACCESS: AccessTable = {
  Query: { authenticated: 'agencies agency region regions' },
  Agency: { authenticated: 'id kind name parent region shortName units' },
  Region: { authenticated: 'agencies code kind name parent' },
  PageInfo: { authenticated: '*' },
};
