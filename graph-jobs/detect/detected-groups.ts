import type { DetectedEdge, DetectedGroup, EvidencePair } from '#domain/detection.js';
import { evidenceOf, type PairsOfEdge } from './edge-evidence.js';
import { edgeMeasures } from './edge-measures.js';
import type { LayerNetwork } from './layer-network.js';

interface LayerEdge extends DetectedEdge {
  readonly layer: number;
}

/** Communities as groups with their edges and evidence: largest first, then heaviest, then by the first member's id. */
export function detectedGroups(
  networks: readonly LayerNetwork[],
  groups: readonly (readonly number[])[],
  ids: readonly string[],
  windowMs: number,
): readonly DetectedGroup[] {
  if (groups.length === 0) return [];
  const evidence = networks.map(({ sweep }) => evidenceOf(sweep, windowMs));
  const edges = edgesByGroup(networks, groups, ids, evidence);
  const ordered = groups.map((codes, group) => {
    const members = codes.toSorted((a, b) => byId(ids, a, b));
    const own = edges[group]!.sort((a, b) => byId(ids, a.from, b.from) || byId(ids, a.to, b.to) || a.layer - b.layer);
    const weight = own.reduce((sum, edge) => sum + edge.weight, 0);
    return { members, edges: own, weight };
  });
  ordered.sort(
    (a, b) => b.members.length - a.members.length || b.weight - a.weight || byId(ids, a.members[0]!, b.members[0]!),
  );
  return ordered.map(({ members, edges: own }) => ({
    members,
    edges: own.map(({ layer: _, ...edge }) => edge),
    evidence: { [Symbol.iterator]: () => evidencePairs(own, networks, evidence) },
  }));
}

function edgesByGroup(
  networks: readonly LayerNetwork[],
  groups: readonly (readonly number[])[],
  ids: readonly string[],
  evidence: readonly PairsOfEdge[],
): LayerEdge[][] {
  const groupOf = new Map(groups.flatMap((codes, group) => codes.map((code) => [code, group] as const)));
  const edges: LayerEdge[][] = groups.map(() => []);
  networks.forEach(({ layer, sweep, edges: kept }, number) => {
    for (let i = 0; i < kept.length; i++) {
      const codes = [kept.from[i]!, kept.to[i]!] as const;
      const group = groupOf.get(codes[0]);
      if (group === undefined || group !== groupOf.get(codes[1])) continue;
      const [from, to] = byId(ids, codes[0], codes[1]) < 0 ? codes : [codes[1], codes[0]];
      const { objects, symmetry } = edgeMeasures(sweep.actions, evidence[number]!(from, to));
      const { behaviour } = layer.actions;
      edges[group]!.push({ layer: number, behaviour, from, to, weight: kept.weight[i]!, objects, symmetry });
    }
  });
  return edges;
}

function* evidencePairs(
  edges: readonly LayerEdge[],
  networks: readonly LayerNetwork[],
  evidence: readonly PairsOfEdge[],
): Generator<EvidencePair> {
  for (const [edge, { layer, from, to }] of edges.entries()) {
    const { object, mention } = networks[layer]!.sweep.actions;
    for (const [row, others] of evidence[layer]!(from, to)) {
      const ofRow = { edge, layer, object: object[row]!, fromMention: mention[row]! };
      for (const other of others) yield { ...ofRow, toMention: mention[other]! };
    }
  }
}

function byId(ids: readonly string[], a: number, b: number): number {
  return ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0;
}
