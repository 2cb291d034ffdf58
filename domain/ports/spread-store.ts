import type { CascadeMetrics } from '../cascade.js';
import type { Page, PageRequest } from '../paging.js';
import type { Community } from '../run-document.js';
import type { NetworkColumns } from './run-store.js';

/** The other end of a spread edge and how often. */
export interface Amplification {
  readonly accountId: string;
  readonly weight: number;
}

/** Read side of what runs wrote. A run id whose network was dropped gives empty pages. */
export interface SpreadStore {
  /** Largest first; of one size, by the id of the root. */
  cascades(runId: string, page: PageRequest): Promise<Page<CascadeMetrics>>;
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
  /**
   * The whole network of a run: accounts by id, edges by (source, target), in whatever order a store has them. For commands
   * and jobs, not for what serves. `onRows` hears how many accounts and edges have been read; throw from it to stop.
   */
  network(runId: string, onRows?: (rows: number) => void): Promise<NetworkColumns>;
}
