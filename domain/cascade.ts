/** The shape of one cascade: the tree of one original and all that descends from it (Goel et al. 2016; Vosoughi et al. 2018). */
export interface CascadeMetrics {
  /** Mention id of the root. */
  readonly rootId: string;
  readonly rootAccountId: string;
  /** Unix milliseconds. */
  readonly startedAt: number;
  /** Mentions, the root included. */
  readonly size: number;
  readonly uniqueAccounts: number;
  /** Longest path from the root, in steps; 0 for a lone root. */
  readonly depth: number;
  /** Most mentions at one depth. */
  readonly maxBreadth: number;
  /** Mean distance over all pairs of mentions (Goel et al. 2016, structural virality); 0 for a lone root. */
  readonly structuralVirality: number;
  /** Share of the descendants whose parent is the root; 0 for a lone root. */
  readonly directShare: number;
  /** Seconds from the root until half of all mentions were out. */
  readonly secondsToHalf: number;
}
