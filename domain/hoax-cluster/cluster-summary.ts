import { type ClusterCarrier, clusterCarriers, type RoleCounts, roleCounts } from './cluster-carriers.js';
import { clusterEdges } from './cluster-network.js';
import type { ClusterPart, ClusterRole } from './cluster-parts.js';
import type { CorrectionRace } from './correction-race.js';
import { type HoaxCluster, raceOf } from './hoax-cluster.js';

/** Of one role in a cluster. */
export interface RoleSummary extends RoleCounts {
  /** Who decided that matches have it, most matches first; nobody for candidates. */
  readonly decidedBy: readonly string[];
  /** The first accounts that carried it. */
  readonly first: readonly ClusterCarrier[];
}

type RoleFigures = Omit<RoleSummary, 'first'>;

export interface ClusterSummary {
  readonly roles: Readonly<Record<ClusterRole, RoleSummary>>;
  readonly isCut: boolean;
  readonly outsideReposts: number;
  readonly race: CorrectionRace;
  /** Edges of the spread network inside, and how often they were used. */
  readonly edges: number;
  readonly amplifications: number;
}

/** A cluster in figures, with the first carriers of each role. `offsetMs` as for raceOf. */
export function clusterSummary(cluster: HoaxCluster, offsetMs: number, carriers: number): ClusterSummary {
  const { parts, isCut, outsideReposts } = cluster;
  const edges = clusterEdges(parts);
  const ofRole = (role: ClusterRole): RoleSummary => {
    const first = clusterCarriers(parts, role).slice(0, carriers);
    return { ...roleFigures(parts, role), first };
  };
  return {
    roles: { TELLS: ofRole('TELLS'), DENIES: ofRole('DENIES'), CANDIDATE: ofRole('CANDIDATE') },
    isCut,
    outsideReposts,
    race: raceOf(cluster, offsetMs),
    edges: edges.length,
    amplifications: edges.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** How much of a cluster has a role, and who decided it. */
export function roleFigures(parts: readonly ClusterPart[], role: ClusterRole): RoleFigures {
  return { ...roleCounts(parts, role), decidedBy: deciders(parts, role) };
}

function deciders(parts: readonly ClusterPart[], wanted: ClusterRole): string[] {
  const counts = new Map<string, number>();
  for (const { mention, role, source } of parts) {
    const by = role === wanted && source === mention ? (mention.match?.decidedBy ?? null) : null;
    if (by !== null) counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([by]) => by);
}
