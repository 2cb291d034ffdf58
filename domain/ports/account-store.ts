import type { Account, AccountLayer } from '../account.js';
import type { Page, PageRequest } from '../paging.js';

export interface AccountFilter {
  readonly platforms?: readonly string[];
  readonly agencyId?: string;
  readonly layers?: readonly AccountLayer[];
  readonly newsOutlet?: boolean;
  /** Exact, any letter case, without '@'; finds public accounts only. */
  readonly handle?: string;
}

export interface AccountStore {
  /** In the order of `ids`; null where there is none. */
  get(ids: readonly string[]): Promise<readonly (Account | null)[]>;
  /** Ordered by id. */
  page(filter: AccountFilter, page: PageRequest): Promise<Page<Account>>;
}
