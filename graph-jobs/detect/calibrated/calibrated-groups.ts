import type { CoActionEdges } from '#domain/detection.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { communities } from '../communities.js';
import type { CalibratedNetwork } from './calibrated-network.js';
import { groupQValues } from './group-q-values.js';
import { rejoinedCommunities } from './rejoined-communities.js';

/** More pairs than community detection holds in a gibibyte. */
const MOST_PAIRS = 500_000;

export interface CalibratedGroup {
  /** Account codes, ascending. */
  readonly members: readonly number[];
  /** The false discovery rate from which on the edges hold all members together. */
  readonly qValue: number;
}

export interface CalibratedGroups {
  /** Largest first, then lowest q-value, then lowest first member. */
  readonly groups: readonly CalibratedGroup[];
  /** The rows of the network between members of any group. */
  readonly rows: readonly number[];
  /** Pairs of accounts among them, by their most occasions in each behaviour, summed. */
  readonly edges: CoActionEdges;
}

/**
 * Groups are communities of the kept network. A rate of false discoveries lets some pair through now and then, so two
 * accounts alone are a group only if they pass family-wise. Throws BAD_PARAMETERS when too many pairs are kept to be
 * grouped.
 */
export function calibratedGroups(network: CalibratedNetwork, resolution: number, seed: number): CalibratedGroups {
  const every = edgesOf(network, allRows(network));
  if (every.length > MOST_PAIRS) throw tooMany();
  const all = rejoinedCommunities(communities(every, resolution, seed), every);
  const familyWise = familyWisePairs(network);
  const taken = all.filter((members) => members.length > 2 || familyWise.has(pairKey(members[0]!, members[1]!)));
  const qValues = groupQValues(taken, network);
  const groups = taken.map((members, group) => ({ members, qValue: qValues[group]! }));
  groups.sort((a, b) => b.members.length - a.members.length || a.qValue - b.qValue || a.members[0]! - b.members[0]!);
  const inGroup = new Set(groups.flatMap(({ members }) => members));
  const { from, to } = network.pairs;
  const rows = allRows(network).filter((row) => inGroup.has(from[row]!) && inGroup.has(to[row]!));
  return { groups, rows, edges: edgesOf(network, rows) };
}

function tooMany(): CodedError {
  return new CodedError('BAD_PARAMETERS', 'more pairs of accounts are beyond chance than can be grouped', {
    at: 'parameters.fdr',
    hint: 'lower the false discovery rate, or take shorter windows or fewer behaviours',
  });
}

function allRows({ pairs }: Pick<CalibratedNetwork, 'pairs'>): number[] {
  return Array.from(pairs.p.keys());
}

/** Pairs by (from, to); windows are not added up, as they hold the same occasions. */
function edgesOf({ pairs }: CalibratedNetwork, rows: readonly number[]): CoActionEdges {
  const byLayer = new Map<string, { from: number; to: number; most: Map<number, number> }>();
  for (const row of rows) {
    const [from, to] = [pairs.from[row]!, pairs.to[row]!];
    const key = pairKey(from, to);
    const edge = byLayer.get(key) ?? { from, to, most: new Map<number, number>() };
    byLayer.set(key, edge);
    const layer = pairs.layer[row]!;
    edge.most.set(layer, Math.max(edge.most.get(layer) ?? 0, pairs.occasions[row]!));
  }
  const edges = [...byLayer.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    length: edges.length,
    from: Uint32Array.from(edges, ({ from }) => from),
    to: Uint32Array.from(edges, ({ to }) => to),
    weight: Uint32Array.from(edges, ({ most }) => [...most.values()].reduce((sum, occasions) => sum + occasions, 0)),
  };
}

function familyWisePairs({ pairs, familyWise }: CalibratedNetwork): ReadonlySet<string> {
  const passed = allRows({ pairs }).filter((row) => familyWise[row] === 1);
  return new Set(passed.map((row) => pairKey(pairs.from[row]!, pairs.to[row]!)));
}

function pairKey(from: number, to: number): string {
  return `${from} ${to}`;
}
