import type { CoActionEdges, DetectedEdge, DetectedGroup, EvidencePair, SortedActions } from '#domain/detection.js';
import type { EdgeTest } from '#domain/finding.js';
import { evidenceOf, type PairsOfEdge } from './edge-evidence.js';
import { edgeMeasures } from './edge-measures.js';

/** Edges of one behaviour, and the actions and window that their evidence is found by. */
export interface EvidentNetwork {
  /** Position in Detection.layers. */
  readonly layer: number;
  readonly actions: SortedActions;
  readonly windowMs: number;
  readonly edges: Pick<CoActionEdges, 'length' | 'from' | 'to'>;
  /** Of each edge; null in compatible mode. */
  readonly tests: readonly (readonly EdgeTest[])[] | null;
}

/** Members are account codes. */
export type FoundGroup = Pick<DetectedGroup, 'members' | 'qValue' | 'attribution' | 'layerGroups'>;

interface NetworkEdge extends DetectedEdge {
  readonly network: number;
}

/** Communities as groups with their edges and evidence: largest first, then heaviest, then by the first member's id. */
export function detectedGroups(
  networks: readonly EvidentNetwork[],
  groups: readonly FoundGroup[],
  ids: readonly string[],
): readonly DetectedGroup[] {
  if (groups.length === 0) return [];
  const evidence = networks.map(({ actions, windowMs }) => evidenceOf(actions, windowMs));
  const edges = edgesByGroup(networks, groups, ids, evidence);
  const ordered = groups.map(({ members: codes, ...same }, group) => {
    const members = codes.toSorted((a, b) => byId(ids, a, b));
    const own = edges[group]!.sort(
      (a, b) => byId(ids, a.from, b.from) || byId(ids, a.to, b.to) || a.network - b.network,
    );
    const weight = own.reduce((sum, edge) => sum + edge.weight, 0);
    return { ...same, members, edges: own, weight };
  });
  ordered.sort(
    (a, b) => b.members.length - a.members.length || b.weight - a.weight || byId(ids, a.members[0]!, b.members[0]!),
  );
  return ordered.map(({ weight: _, edges: own, ...group }) => ({
    ...group,
    edges: own.map(({ network: _, ...edge }) => edge),
    evidence: { [Symbol.iterator]: () => evidencePairs(own, networks, evidence) },
  }));
}

function edgesByGroup(
  networks: readonly EvidentNetwork[],
  groups: readonly FoundGroup[],
  ids: readonly string[],
  evidence: readonly PairsOfEdge[],
): NetworkEdge[][] {
  const groupOf = new Map(groups.flatMap(({ members }, group) => members.map((code) => [code, group] as const)));
  const edges: NetworkEdge[][] = groups.map(() => []);
  networks.forEach(({ actions, edges: kept, tests }, number) => {
    for (let i = 0; i < kept.length; i++) {
      const codes = [kept.from[i]!, kept.to[i]!] as const;
      const group = groupOf.get(codes[0]);
      if (group === undefined || group !== groupOf.get(codes[1])) continue;
      const [from, to] = byId(ids, codes[0], codes[1]) < 0 ? codes : [codes[1], codes[0]];
      const measures = edgeMeasures(actions, evidence[number]!(from, to));
      const ofEdge = { behaviour: actions.behaviour, from, to, ...measures, tests: tests === null ? null : tests[i]! };
      edges[group]!.push({ network: number, ...ofEdge });
    }
  });
  return edges;
}

function* evidencePairs(
  edges: readonly NetworkEdge[],
  networks: readonly EvidentNetwork[],
  evidence: readonly PairsOfEdge[],
): Generator<EvidencePair> {
  for (const [edge, { network, from, to }] of edges.entries()) {
    const { layer, actions } = networks[network]!;
    const { object, mention } = actions;
    for (const [row, others] of evidence[network]!(from, to)) {
      const ofRow = { edge, layer, object: object[row]!, fromMention: mention[row]! };
      for (const other of others) yield { ...ofRow, toMention: mention[other]! };
    }
  }
}

function byId(ids: readonly string[], a: number, b: number): number {
  return ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0;
}
