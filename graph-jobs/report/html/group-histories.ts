import type { ReviewState, StoredGroup } from '#domain/finding.js';
import { type GroupLineage, lineageOf } from '#domain/group-lineage.js';
import type { FindingStore } from '#domain/ports/finding-store.js';
import type { RunDocument } from '#domain/run-document.js';
import { detailedGroups } from './group-standing.js';

/** What other runs know of a group. */
export interface GroupHistory {
  /** Null for a group from before groups were traced: nobody looked whether earlier runs had it. */
  readonly lineage: GroupLineage | null;
  /** The newest decision of people on the same group in another run; null where there is none. */
  readonly decision: { readonly findingId: string; readonly state: Exclude<ReviewState, 'UNREVIEWED'> } | null;
}

/** Runs in which a decision is looked for. */
const MOST_RUNS = 50;

/** The histories of the groups that the report tells of in detail, by id; groups that the store no longer has, have none. */
export async function gatherHistories(
  findings: Pick<FindingStore, 'get' | 'ofLine'>,
  { groups }: RunDocument,
): Promise<ReadonlyMap<string, GroupHistory>> {
  const found = await findings.get(detailedGroups(groups).map(({ id }) => id));
  const histories = new Map<string, GroupHistory>();
  for (const group of found) if (group !== null) histories.set(group.id, await historyOf(findings, group));
  return histories;
}

async function historyOf(findings: Pick<FindingStore, 'ofLine'>, group: StoredGroup): Promise<GroupHistory> {
  const { lineage = null } = group;
  const { items } = await findings.ofLine(lineageOf(group).stableId, { first: MOST_RUNS, after: null });
  for (const { node } of items) {
    const { id: findingId, reviewState: state } = node;
    if (findingId !== group.id && state !== 'UNREVIEWED') return { lineage, decision: { findingId, state } };
  }
  return { lineage, decision: null };
}
