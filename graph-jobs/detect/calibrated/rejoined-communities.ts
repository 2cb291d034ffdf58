import type { CoActionEdges } from '#domain/detection.js';

/** Tied at least so densely to each other as the less dense of the two inside, two communities are one. */
const AS_DENSE = 0.5;

/**
 * Communities that are hardly apart, put together again. Modularity compares with the whole network: where one group is
 * nearly all of it, a community method cuts the group into halves of like density (Fortunato and Barthelemy 2007 on what
 * modularity can resolve). Density is the share of pairs of members that are edges. Members ascending.
 */
export function rejoinedCommunities(
  communities: readonly (readonly number[])[],
  edges: CoActionEdges,
): readonly (readonly number[])[] {
  let parts = communities;
  for (;;) {
    const joined = joinedOnce(parts, edges);
    if (joined.length === parts.length) return joined;
    parts = joined;
  }
}

function joinedOnce(parts: readonly (readonly number[])[], { length, from, to }: CoActionEdges) {
  const partOf = new Map(parts.flatMap((members, part) => members.map((member) => [member, part] as const)));
  const edgesBetween = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const [one, other] = [partOf.get(from[i]!), partOf.get(to[i]!)];
    if (one === undefined || other === undefined) continue;
    const key = Math.min(one, other) * parts.length + Math.max(one, other);
    edgesBetween.set(key, (edgesBetween.get(key) ?? 0) + 1);
  }
  const density = (one: number, other: number): number => {
    const [a, b] = [parts[one]!.length, parts[other]!.length];
    const pairs = one === other ? (a * (a - 1)) / 2 : a * b;
    return (edgesBetween.get(one * parts.length + other) ?? 0) / pairs;
  };
  const root = parts.map((_, part) => part);
  for (const key of [...edgesBetween.keys()].sort((a, b) => a - b)) {
    const [one, other] = [Math.floor(key / parts.length), key % parts.length];
    const inside = Math.min(density(one, one), density(other, other));
    if (one === other || density(one, other) < AS_DENSE * inside) continue;
    const [kept, gone] = [Math.min(root[one]!, root[other]!), Math.max(root[one]!, root[other]!)];
    root.forEach((own, part) => {
      if (own === gone) root[part] = kept;
    });
  }
  return [...new Set(root)].map((own) =>
    parts.flatMap((members, part) => (root[part] === own ? members : [])).sort((a, b) => a - b),
  );
}
