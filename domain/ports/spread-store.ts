import type { CascadeMetrics } from '../cascade.js';
import type { Page, PageRequest } from '../paging.js';
import type { Community } from '../run-document.js';

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
}
