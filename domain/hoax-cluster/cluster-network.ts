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
  const bySource = new Map<string, Map<string, ClusterEdge>>();
  for (const { mention, role, engages, parentAccountId: from } of parts) {
    const amplified = mention.kind === 'REPOST' ? role : engages;
    const to = mention.accountId;
    if (amplified === null || from === null || from === to) continue;
    const edges = bySource.get(from) ?? new Map<string, ClusterEdge>();
    bySource.set(from, edges);
    // Pseudonyms hold no space.
    const key = `${to} ${amplified}`;
    edges.set(key, { from, to, role: amplified, weight: (edges.get(key)?.weight ?? 0) + 1 });
  }
  return [...bySource.values()].flatMap((edges) => [...edges.values()]).sort(compareEdges);
}

function compareEdges(one: ClusterEdge, other: ClusterEdge): number {
  return (
    other.weight - one.weight ||
    compare(one.from, other.from) ||
    compare(one.to, other.to) ||
    compare(one.role, other.role)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
