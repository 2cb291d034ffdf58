import type { Account } from '#domain/account.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { AccountFilter, AccountStore } from '#domain/ports/account-store.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Neo4jConnection } from '../connection.js';
import { ACCOUNT_PAGES, GET_ACCOUNTS } from './accounts.cypher.js';

/** As Neo4j has it: a property that is null is absent, and comes back as null; `newsOutlet` may be. */
interface AccountRow {
  readonly account: Omit<Account, 'newsOutlet'> & { readonly newsOutlet: boolean | null };
}

export class Neo4jAccountStore implements AccountStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async get(ids: readonly string[]): Promise<readonly (Account | null)[]> {
    const rows = await this.#connection.read<AccountRow>(GET_ACCOUNTS, { ids });
    return inOrderOf(ids, rows, ({ account }) => account.id, readAccount);
  }

  async page(filter: AccountFilter, request: PageRequest): Promise<Page<Account>> {
    const after = keysetAfter('accounts', ['string'], request);
    const rows = await this.#connection.read<AccountRow>(ACCOUNT_PAGES[startOf(filter)], {
      handle: filter.handle?.toLowerCase() ?? null,
      agencyId: filter.agencyId ?? null,
      layers: distinct(filter.layers),
      newsOutlet: filter.newsOutlet ?? null,
      platforms: distinct(filter.platforms),
      after: after?.[0] ?? '',
      rows: request.first + 1,
    });
    return keysetPage('accounts', request, rows, readAccount, ({ account }) => [account.id]);
  }
}

/** The narrowest index that the filter allows; each ends in the id, which is the order of the list. */
function startOf({ handle, agencyId, layers, newsOutlet, platforms }: AccountFilter): keyof typeof ACCOUNT_PAGES {
  if (handle !== undefined) return 'handle';
  if (agencyId !== undefined) return 'agency';
  if (layers !== undefined) return 'layers';
  if (newsOutlet) return 'outlets';
  return platforms === undefined ? 'all' : 'platforms';
}

function distinct(values: readonly string[] | undefined): readonly string[] | null {
  return values === undefined ? null : [...new Set(values)];
}

function readAccount({ account }: AccountRow): Account {
  return { ...account, newsOutlet: account.newsOutlet ?? false };
}
