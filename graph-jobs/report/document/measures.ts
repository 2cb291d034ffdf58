import { betweennessErrors } from '#domain/betweenness-error.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { Parts } from '#domain/network-measures.js';
import { rankTop } from '#domain/rank-accounts.js';
import type { MeasuresSummary } from '#domain/run-document.js';
import type { SpreadMap } from '#domain/spread-map.js';

const TOP = 20;
// What is behind these depends on the order of additions, which differs between engines.
const SIGNIFICANT_DIGITS = 6;

/** The head of what the engine measured. */
export function measuresSummary(columns: MentionColumns, { network, measures }: SpreadMap): MeasuresSummary {
  const { engine, method, components, betweenness } = measures;
  const accountId = (node: number) => columns.accounts[network.account[node]!]!.id;
  const head = <More extends object>(values: Float64Array, more: (node: number) => More) => {
    const significant = values.map(rounded);
    return rankTop(significant, accountId, TOP).map((node) => ({
      ...{ accountId: accountId(node), value: significant[node]! },
      ...more(node),
    }));
  };
  const { sampling, sources } = betweenness;
  const errorOf = betweennessErrors(network, betweenness);
  const withError = (node: number) => {
    const error = errorOf(node);
    return { error: error && rounded(error) };
  };
  return {
    engine,
    method,
    components: { count: components.count, largest: sizeOfLargest(components) },
    pageRank: head(measures.pageRank, () => ({})),
    betweenness: { sampling, sources, accounts: head(betweenness.value, withError) },
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

function sizeOfLargest({ part }: Parts): number {
  return part.reduce((nodes, number) => nodes + (number === 0 ? 1 : 0), 0);
}
