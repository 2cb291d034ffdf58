import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { SpreadWalkStore } from '#domain/ports/spread-walk-store.js';
import { farEnd, nearEnd, type SpreadEdge, type Way } from '#domain/spread-walk/spread-edge.js';

/** A network as runs write it. */
export function networkOf(accounts: readonly string[], edges: readonly SpreadEdge[]): NetworkColumns {
  const column = (read: (edge: SpreadEdge) => number) => Uint32Array.from(edges, read);
  return {
    accounts,
    community: new Uint32Array(accounts.length),
    source: column(({ from }) => accounts.indexOf(from)),
    target: column(({ to }) => accounts.indexOf(to)),
    weight: column(({ weight }) => weight),
  };
}

/** The walks' half of a store over edges in memory, which notes how many edges it gave. */
export function walksOver(edges: readonly SpreadEdge[]): SpreadWalkStore & { readonly given: () => number } {
  let given = 0;
  const of = (account: string, way: Way) => edges.filter((edge) => nearEnd(edge, way) === account);
  const give = (found: readonly SpreadEdge[]) => {
    given += found.length;
    return found;
  };
  const nothing = { items: [], hasNextPage: false };
  return {
    given: () => given,
    degrees: async (_, accounts, way) => accounts.map((account) => of(account, way).length),
    edges: async (_, accounts, way) => give(accounts.flatMap((account) => of(account, way))),
    heaviestEdges: async (_, account, way, { skip, most }) => {
      const heaviest = of(account, way).sort(
        (one, other) => other.weight - one.weight || (farEnd(one, way) < farEnd(other, way) ? -1 : 1),
      );
      return give(heaviest.slice(skip, skip + most));
    },
    edgesAmong: async () => nothing,
    countEdgesAmong: async () => 0,
    amplifyingMentions: async () => nothing,
    countAmplifyingMentions: async () => 0,
  };
}
