import type { CoTimedEdge, EvidenceRow } from '#domain/finding.js';
import type { DocumentedEvidence } from '#domain/run-document.js';

interface Quota {
  /** Place of the edge among the chosen ones. */
  readonly rank: number;
  rows: number;
}

/**
 * At most `most` rows of a group's evidence, spread over its edges so that a reader sees more than one pair: the first
 * row of each edge, heaviest edge first, then the second row of each, and so on. The evidence is read only as far as
 * its last chosen row.
 */
export function spreadEvidence(
  edges: readonly CoTimedEdge[],
  evidence: Iterable<EvidenceRow>,
  most: number,
): readonly DocumentedEvidence[] {
  const quotas = quotasOf(edges, most);
  let left = [...quotas.values()].reduce((sum, { rows }) => sum + rows, 0);
  const seen = new Map<string, number>();
  const chosen: { readonly round: number; readonly rank: number; readonly evidence: DocumentedEvidence }[] = [];
  let row = 0;
  for (const one of evidence) {
    if (left === 0) break;
    row += 1;
    const key = edgeKey(one);
    const round = seen.get(key) ?? 0;
    const quota = quotas.get(key);
    if (quota === undefined || round === quota.rows) continue;
    seen.set(key, round + 1);
    left -= 1;
    chosen.push({ round, rank: quota.rank, evidence: { ...one, row } });
  }
  chosen.sort((a, b) => a.round - b.round || a.rank - b.rank);
  return chosen.map(({ evidence: documented }) => documented);
}

/** Deals rows to the edges in rounds, heaviest edge first. */
function quotasOf(edges: readonly CoTimedEdge[], most: number): Map<string, Quota> {
  const heaviest = edges.toSorted((a, b) => b.weight - a.weight).slice(0, most);
  const quotas = heaviest.map((_, rank): Quota => ({ rank, rows: 0 }));
  let left = Math.min(
    most,
    heaviest.reduce((sum, { weight }) => sum + weight, 0),
  );
  while (left > 0)
    for (const [rank, { weight }] of heaviest.entries()) {
      if (left === 0) break;
      if (quotas[rank]!.rows >= weight) continue;
      quotas[rank]!.rows += 1;
      left -= 1;
    }
  return new Map(heaviest.map((edge, rank) => [edgeKey(edge), quotas[rank]!]));
}

function edgeKey({ from, to, behaviour }: Pick<CoTimedEdge, 'from' | 'to' | 'behaviour'>): string {
  return `${behaviour} ${from} ${to}`;
}
