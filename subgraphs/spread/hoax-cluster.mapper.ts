import type { IssueClaim as DomainIssueClaim } from '#domain/hoax-cluster/carried-mention.js';
import type { ClusterCarrier as DomainCarrier } from '#domain/hoax-cluster/cluster-carriers.js';
import type { ClusterEdge as DomainEdge } from '#domain/hoax-cluster/cluster-network.js';
import { CLUSTER_ROLES, type ClusterPart, denialSigns } from '#domain/hoax-cluster/cluster-parts.js';
import { roleFigures } from '#domain/hoax-cluster/cluster-summary.js';
import type { CorrectionRace as DomainRace } from '#domain/hoax-cluster/correction-race.js';
import type { GroupInside } from '#domain/hoax-cluster/groups-inside.js';
import { type HoaxCluster as DomainCluster, raceOf } from '#domain/hoax-cluster/hoax-cluster.js';
import type { CorrectionRace } from './correction-race.type.js';
import type {
  ClusterCarrier,
  ClusterEdge,
  ClusterGroup,
  ClusterMention,
  ClusterRoleCounts,
  HoaxCluster,
  IssueClaim,
} from './hoax-cluster.type.js';

const MOST_DECIDERS = 10;
const WESTERN_INDONESIA = 7 * 3_600_000;

/** A cluster as its resolver sees it: what is shown, and what its lists are made of. */
export interface HoaxClusterNode extends HoaxCluster {
  readonly cluster: DomainCluster;
}

export interface ClusterGroupNode extends ClusterGroup {
  readonly groupId: string;
}

export interface IssueClaimNode extends IssueClaim {
  readonly issueId: string;
}

export function toCluster(cluster: DomainCluster): HoaxClusterNode {
  const { claimId, issueId, isCut, outsideReposts } = cluster;
  return { claim: { id: claimId }, issue: { id: issueId }, isCut, outsideReposts, cluster };
}

export function toRoleCounts({ parts }: DomainCluster): ClusterRoleCounts[] {
  return CLUSTER_ROLES.map((role) => {
    const { decidedBy, ...counts } = roleFigures(parts, role);
    return { role, ...counts, decidedBy: decidedBy.slice(0, MOST_DECIDERS) };
  });
}

export function toRace(cluster: DomainCluster): CorrectionRace {
  const { curves, lag, overlap, audience } = raceOf(cluster, WESTERN_INDONESIA);
  return {
    bucketSeconds: curves.bucketMs / 1000,
    curve: toBuckets(curves),
    lag: lag && { firstSeconds: lag.first / 1000, halfSeconds: lag.half / 1000 },
    overlap,
    audience,
  };
}

export function toClusterMention({ mention, role, engages, source, ...part }: ClusterPart): ClusterMention {
  return {
    mention: { id: mention.mentionId },
    at: new Date(mention.publishedAt),
    role,
    engages,
    source: source && { id: source.mentionId },
    decidedBy: source?.match?.decidedBy ?? null,
    denialSigns: denialSigns({ ...part, role, source }),
  };
}

export function toCarrier({ accountId, mentionId, at, mentions }: DomainCarrier): ClusterCarrier {
  return { account: { id: accountId }, firstMention: { id: mentionId }, at: new Date(at), mentions };
}

export function toClusterEdge({ from, to, role, weight }: DomainEdge): ClusterEdge {
  return { from: { id: from }, to: { id: to }, role, weight };
}

export function toClusterGroup({ group, members, inside }: GroupInside<{ readonly id: string }>): ClusterGroupNode {
  const { TELLS: telling, DENIES: denying, CANDIDATE: candidates } = inside;
  return { groupId: group.id, members, telling, denying, candidates };
}

export function toIssueClaim(counts: DomainIssueClaim, issueId: string): IssueClaimNode {
  return { ...counts, claim: { id: counts.claimId }, issueId };
}

function toBuckets({ from, bucketMs, tells, denies, candidates }: DomainRace['curves']): CorrectionRace['curve'] {
  return Array.from(tells, (count, i) => {
    const start = new Date((from ?? 0) + i * bucketMs);
    return { start, tells: count, denies: denies[i]!, candidates: candidates[i]! };
  }).filter((bucket) => bucket.tells + bucket.denies + bucket.candidates > 0);
}
