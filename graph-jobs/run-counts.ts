import type { Detection } from '#domain/detection.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { RunResults } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import { firstMentionsCount, type RunDocument } from '#domain/run-document.js';
import type { SpreadMap } from '#domain/spread-map.js';

/** The figures of a run's manifest. */
export function runCounts(
  columns: MentionColumns,
  { cascades, network, measures }: SpreadMap,
  detection: Detection,
  groups: RunResults['groups'],
  { growth = [] }: Pick<RunDocument, 'growth'>,
): Run['counts'] {
  return {
    mentions: columns.length,
    accounts: columns.accounts.length,
    cascades: cascades.length,
    loneCascades: cascades.lone,
    cyclesBroken: cascades.cyclesBroken,
    networkAccounts: network.nodes,
    networkEdges: network.edges,
    amplifications: network.amplifications,
    selfAmplifications: network.selfAmplifications,
    communities: measures.communities.count,
    components: measures.components.count,
    coTimedPairs: detection.keptPairs,
    crowdedObjects: detection.crowdedObjects,
    coTimedGroups: groups.length,
    ...Object.fromEntries(growth.map(({ hours, first }) => [firstMentionsCount(hours), first])),
    coTimedGroupsSeenBefore: groups.filter(({ lineage }) => (lineage?.predecessor ?? null) !== null).length,
  };
}
