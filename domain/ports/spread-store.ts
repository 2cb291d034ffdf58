import type { CascadeKey, CascadeMetrics } from '../cascade.js';
import type { CascadeOrder } from '../cascade-order.js';
import type { Page, PageRequest } from '../paging.js';
import type { Community } from '../run-document.js';
import type { NetworkColumns } from './run-store.js';

/** The other end of a spread edge and how often. */
export interface Amplification {
  readonly accountId: string;
  readonly weight: number;
}

/** An account in the network of a run: its community, how often others amplified it, and how often it amplified others. */
export interface NetworkMember {
  readonly community: number;
  readonly amplified: number;
  readonly amplifies: number;
}

/** Read side of what runs wrote. A run id whose network was dropped gives empty pages. */
export interface SpreadStore {
  /** Of equal ones the larger cascade first, then by the id of the root. A cursor holds for its order only. */
  cascades(runId: string, page: PageRequest, order: CascadeOrder): Promise<Page<CascadeMetrics>>;
  /** In the order of `keys`. */
  cascadesByRoot(keys: readonly CascadeKey[]): Promise<readonly (CascadeMetrics | null)[]>;
  /** Ordered by number: largest first. */
  communities(runId: string, page: PageRequest): Promise<Page<Community>>;
  /** Account ids, most amplified first; of those amplified as often, by id. */
  communityMembers(runId: string, community: number, page: PageRequest): Promise<Page<Amplification>>;
  /** Whom the account amplified, or who amplified it; heaviest first; among equals, by id. */
  amplifications(
    runId: string,
    accountId: string,
    direction: 'AMPLIFIES' | 'AMPLIFIED_BY',
    page: PageRequest,
  ): Promise<Page<Amplification>>;
  /** The place of accounts in the network of a run, in the order of the ids; null where an account is not in it. */
  members(runId: string, accountIds: readonly string[]): Promise<readonly (NetworkMember | null)[]>;
  /**
   * The whole network of a run: accounts by id, edges by (source, target), in whatever order a store has them. For commands
   * and jobs, not for what serves. `onRows` hears how many accounts and edges have been read; throw from it to stop.
   */
  network(runId: string, onRows?: (rows: number) => void): Promise<NetworkColumns>;
}
