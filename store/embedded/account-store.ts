import type { Account, AccountLayer } from '#domain/account.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { AccountFilter, AccountStore } from '#domain/ports/account-store.js';
import { inOrderOf, keysetAfter, keysetPage } from '../keyset-page.js';
import type { Database, SqlValue } from './database.js';
import type { Platforms } from './platforms.js';

interface AccountRow {
  readonly platform_id: number;
  readonly native_id: string;
  readonly pseudonym: string;
  readonly handle: string | null;
  readonly display_name: string | null;
  readonly followers: number | null;
  readonly created_at: number | null;
  readonly news_outlet: number | null;
  readonly agency_id: string | null;
  readonly layer: string | null;
}

const COLUMNS = `a.platform_id, a.native_id, a.pseudonym, a.handle, a.display_name, a.followers, a.created_at,
  a.news_outlet, a.agency_id, a.layer`;
const GET = `SELECT ${COLUMNS} FROM json_each(?) j CROSS JOIN account a INDEXED BY account_by_pseudonym
  ON a.pseudonym = j.value`;

export class EmbeddedAccountStore implements AccountStore {
  readonly #database: Database;
  readonly #platforms: Platforms;

  constructor(database: Database, platforms: Platforms) {
    this.#database = database;
    this.#platforms = platforms;
  }

  async get(ids: readonly string[]): Promise<readonly (Account | null)[]> {
    const rows = this.#database.all<AccountRow>(GET, JSON.stringify(ids));
    return inOrderOf(
      ids,
      rows,
      (row) => row.pseudonym,
      (row) => this.#read(row),
    );
  }

  async page(filter: AccountFilter, request: PageRequest): Promise<Page<Account>> {
    const after = keysetAfter('accounts', ['string'], request);
    const { index, conditions, values } = this.#where(filter);
    const rows = this.#database.all<AccountRow>(
      `SELECT ${COLUMNS} FROM account a INDEXED BY ${index}
       WHERE ${conditions.concat('a.pseudonym > ?').join(' AND ')} ORDER BY a.pseudonym LIMIT ?`,
      ...values,
      after?.[0] ?? '',
      request.first + 1,
    );
    return keysetPage(
      'accounts',
      request,
      rows,
      (row) => this.#read(row),
      (row) => [row.pseudonym],
    );
  }

  #where(filter: AccountFilter) {
    const conditions: string[] = [];
    const values: SqlValue[] = [];
    const oneOf = (column: string, wanted: readonly SqlValue[]) => {
      conditions.push(`${column} IN (SELECT value FROM json_each(?))`);
      values.push(JSON.stringify(wanted));
    };
    if (filter.handle !== undefined) {
      conditions.push('lower(a.handle) = lower(?)', 'a.handle IS NOT NULL', PUBLIC);
      values.push(filter.handle);
    }
    if (filter.agencyId !== undefined) {
      conditions.push('a.agency_id = ?');
      values.push(filter.agencyId);
    }
    if (filter.layers !== undefined) {
      conditions.push('a.layer IS NOT NULL');
      oneOf('a.layer', filter.layers);
    }
    if (filter.newsOutlet !== undefined)
      conditions.push(filter.newsOutlet ? 'a.news_outlet = 1' : 'a.news_outlet IS NOT 1');
    if (filter.platforms !== undefined) oneOf('a.platform_id', this.#platforms.idsOf(filter.platforms));
    return { index: indexFor(filter), conditions, values };
  }

  #read(row: AccountRow): Account {
    return {
      id: row.pseudonym,
      platform: this.#platforms.name(row.platform_id),
      nativeId: row.native_id,
      handle: row.handle,
      displayName: row.display_name,
      followers: row.followers,
      createdAt: row.created_at,
      newsOutlet: row.news_outlet === 1,
      agencyId: row.agency_id,
      layer: row.layer as AccountLayer | null,
    };
  }
}

const PUBLIC = '(a.agency_id IS NOT NULL OR a.news_outlet = 1)';

/** The narrowest index that the filter allows; each ends in the pseudonym, which is the order of the list. */
function indexFor({ handle, agencyId, layers, newsOutlet }: AccountFilter): string {
  if (handle !== undefined) return 'account_by_handle';
  if (agencyId !== undefined) return 'account_by_agency';
  if (layers !== undefined) return 'account_by_layer';
  return newsOutlet ? 'account_news' : 'account_by_pseudonym';
}
