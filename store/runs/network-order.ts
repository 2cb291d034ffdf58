import type { NetworkColumns } from '#domain/ports/run-store.js';

/** The order of the lists of a spread network, the same in every store. "Place" is an index into network.accounts. */
export interface NetworkOrder {
  /** How often each account was amplified. */
  readonly amplified: Uint32Array;
  /** Places by community, then most amplified first, then by id. */
  readonly members: Uint32Array;
  /** Edges by the id of the amplifier, then heaviest first, then by the id of the amplified; and the other way round. */
  readonly out: Uint32Array;
  readonly in: Uint32Array;
}

export function networkOrder(network: NetworkColumns): NetworkOrder {
  const { accounts, community, source, target, weight } = network;
  const amplified = new Uint32Array(accounts.length);
  source.forEach((place, edge) => {
    amplified[place]! += weight[edge]!;
  });
  const byId = ranksOf(accounts);
  const edgesBy = (one: Uint32Array, other: Uint32Array) =>
    sortedRows(
      weight.length,
      (a, b) => byId[one[a]!]! - byId[one[b]!]! || weight[b]! - weight[a]! || byId[other[a]!]! - byId[other[b]!]!,
    );
  const members = sortedRows(
    accounts.length,
    (a, b) => community[a]! - community[b]! || amplified[b]! - amplified[a]! || byId[a]! - byId[b]!,
  );
  return { amplified, members, out: edgesBy(target, source), in: edgesBy(source, target) };
}

/** The rank of each place among the ids. */
function ranksOf(ids: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(ids.length);
  sortedRows(ids.length, (a, b) => (ids[a]! < ids[b]! ? -1 : 1)).forEach((place, rank) => {
    ranks[place] = rank;
  });
  return ranks;
}

function sortedRows(length: number, compare: (a: number, b: number) => number): Uint32Array {
  return new Uint32Array(length).map((_, row) => row).sort(compare);
}
