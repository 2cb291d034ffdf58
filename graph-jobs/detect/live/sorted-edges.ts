import type { CoActionEdges } from '#domain/detection.js';

/** Edges between new codes of their accounts, lower code first, sorted by (from, to). Two counting sorts, linear in the edges. */
export function sortedEdges(
  edges: CoActionEdges,
  code: (account: number) => number,
  accountCount: number,
): CoActionEdges {
  const from = new Uint32Array(edges.length);
  const to = new Uint32Array(edges.length);
  for (let i = 0; i < edges.length; i++) {
    const [one, other] = [code(edges.from[i]!), code(edges.to[i]!)];
    from[i] = Math.min(one, other);
    to[i] = Math.max(one, other);
  }
  const order = orderBy(
    from,
    orderBy(
      to,
      from.map((_, i) => i),
      accountCount,
    ),
    accountCount,
  );
  return {
    length: edges.length,
    from: order.map((i) => from[i]!),
    to: order.map((i) => to[i]!),
    weight: order.map((i) => edges.weight[i]!),
  };
}

function orderBy(key: Uint32Array, order: Uint32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (const own of key) next[own + 1]!++;
  for (let own = 0; own < count; own++) next[own + 1]! += next[own]!;
  const sorted = new Uint32Array(order.length);
  for (const i of order) sorted[next[key[i]!]!++] = i;
  return sorted;
}
