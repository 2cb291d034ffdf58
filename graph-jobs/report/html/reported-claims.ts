import type { Claim } from '#domain/claim.js';
import type { ClusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import type { GroupInside } from '#domain/hoax-cluster/groups-inside.js';

/** A claim of the registry within the issue, as people have decided until now. */
export interface ReportCluster {
  readonly claim: Claim;
  readonly summary: ClusterSummary;
  /** Of the groups of the run, the first of `groupCount` with members inside. */
  readonly groups: readonly GroupInside<{ readonly id: string }>[];
  readonly groupCount: number;
}

export interface ReportClaims {
  /** The first of `decided`, those with most mentions that people confirmed. */
  readonly clusters: readonly ReportCluster[];
  readonly decided: number;
  /** Claims of which nobody confirmed a mention yet, and their candidates. */
  readonly undecided: number;
  readonly candidates: number;
}
