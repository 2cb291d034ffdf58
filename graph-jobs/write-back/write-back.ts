import type { CascadeMetrics } from '#domain/cascade.js';
import { cascadeMetrics, spreadingCascades } from '#domain/cascade-rows.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { NetworkColumns, RunResults, RunStore } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import type { CascadeColumns, CascadeComparison, SpreadMap } from '#domain/spread-map.js';

/**
 * Writes all results of a run in one go, keyed by the run: doing it again replaces them by the same. Cascades of a single
 * mention stay out, for they say no more than the mention does; their number is in the document.
 */
export async function writeBack(
  runs: RunStore,
  run: Run,
  found: { columns: MentionColumns; map: SpreadMap; comparison: CascadeComparison } & Pick<
    RunResults,
    'document' | 'groups'
  >,
  onProgress?: ProgressListener,
): Promise<void> {
  const { columns, map, comparison, document, groups } = found;
  const network = networkColumns(columns, map);
  const cascades = { [Symbol.iterator]: () => cascadeRows(columns, map.cascades, comparison) };
  await runs.writeResults(run, { document, network, cascades, groups }, onProgress);
}

function networkColumns({ accounts }: MentionColumns, { network, measures }: SpreadMap): NetworkColumns {
  return {
    accounts: Array.from(network.account, (code) => accounts[code]!.id),
    community: measures.communities.community,
    source: network.source,
    target: network.target,
    weight: network.weight,
  };
}

function* cascadeRows(
  columns: MentionColumns,
  cascades: CascadeColumns,
  comparison: CascadeComparison,
): Generator<CascadeMetrics> {
  for (const index of spreadingCascades(cascades)) yield cascadeMetrics(columns, cascades, comparison, index);
}
