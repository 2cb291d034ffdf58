import type { PublicTable } from '#platform/variant-tags.js';

/** What runs found is for people who can read it with its chance rates: nothing of it is public. */
export const SPREAD_OPEN: PublicTable = { Claim: 'id', Issue: 'id', PageInfo: '*' };
