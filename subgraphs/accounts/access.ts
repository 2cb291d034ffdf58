import type { AccessTable } from '#platform/access-table.js';

/** Who may read what of accounts. */
export const ACCOUNTS_ACCESS: AccessTable = {
  Query: { 'accounts:read regions:all': 'account accounts' },
  Mutation: { 'accounts:identify accounts:read regions:all': 'identify' },
  AccountIdentity: { 'accounts:identify': '*' },
  Account: {
    'accounts:read':
      'agency createdAt displayName followers handle id isPublic label layer nativeId newsOutlet platform',
  },
  Agency: { authenticated: 'id', 'accounts:read regions:all': 'accounts' },
  PageInfo: { authenticated: '*' },
};
