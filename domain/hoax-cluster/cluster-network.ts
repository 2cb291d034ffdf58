import type { ClusterPart, ClusterRole } from './cluster-parts.js';

/** `to` amplified what `from` published and what has the role, so many times. */
export interface ClusterEdge {
  readonly from: string;
  readonly to: string;
  readonly role: ClusterRole;
  readonly weight: number;
}

/** The spread network inside a cluster: the heaviest edges first, then by from, to and role. */
export function clusterEdges(parts: readonly ClusterPart[]): ClusterEdge[] {
  const edges = new Map<string, ClusterEdge>();
  for (const { mention, role, engages, parentAccountId } of parts) {
    const amplified = mention.kind === 'REPOST' ? role : engages;
    if (amplified === null || parentAccountId === null || parentAccountId === mention.accountId) continue;
    const key = JSON.stringify([parentAccountId, mention.accountId, amplified]);
    const weight = (edges.get(key)?.weight ?? 0) + 1;
    edges.set(key, { from: parentAccountId, to: mention.accountId, role: amplified, weight });
  }
  const order = ({ from, to, role }: ClusterEdge) => JSON.stringify([from, to, role]);
  return [...edges.values()].sort((one, other) => other.weight - one.weight || (order(one) < order(other) ? -1 : 1));
}
