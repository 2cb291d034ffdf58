import type { PublicTable } from '#platform/variant-tags.js';

/** No account is public: not even which ones an agency declares, since that leads on to what they said and who answered. */
export const ACCOUNTS_OPEN: PublicTable = { Agency: 'id', PageInfo: '*' };
