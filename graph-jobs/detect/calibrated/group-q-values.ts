import type { CalibratedNetwork } from './calibrated-network.js';

/**
 * For each group the false discovery rate from which on its edges hold all members together: members are joined by the
 * best edges first (Kruskal 1956). One pass over the rows of the network. Throws where a group does not hang together.
 */
export function groupQValues(
  groups: readonly (readonly number[])[],
  { pairs, qWho, qWhen }: CalibratedNetwork,
): readonly number[] {
  const groupOf = new Map(groups.flatMap((members, group) => members.map((member) => [member, group] as const)));
  const above = new Map<number, number>();
  const separate = groups.map((members) => members.length);
  const qValues = new Array<number>(groups.length);
  const q = Float64Array.from(pairs.p.keys(), (row) => Math.max(qWho[row]!, qWhen[row]!));
  for (const row of Array.from(q.keys()).sort((a, b) => q[a]! - q[b]!)) {
    const [from, to] = [pairs.from[row]!, pairs.to[row]!];
    const group = groupOf.get(from);
    if (group === undefined || group !== groupOf.get(to)) continue;
    const [one, other] = [rootOf(above, from), rootOf(above, to)];
    if (one === other) continue;
    above.set(other, one);
    separate[group]! -= 1;
    if (separate[group] === 1) qValues[group] = q[row]!;
  }
  if (separate.some((parts) => parts !== 1)) throw new Error('the members of a group are connected by its edges');
  return qValues;
}

/** Union-find with path halving. */
function rootOf(above: Map<number, number>, account: number): number {
  let root = account;
  for (let next = above.get(root); next !== undefined; next = above.get(root)) {
    const beyond = above.get(next);
    if (beyond !== undefined) above.set(root, beyond);
    root = next;
  }
  return root;
}
