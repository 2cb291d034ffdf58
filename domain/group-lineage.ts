/** Which group of earlier runs a co-timed group is again; docs/methods/co-action.md tells how it is found. */
export interface GroupLineage {
  /** Id of the group as it was first found: the same in every run of the issue that finds it again. */
  readonly stableId: string;
  /** The run of that first one. */
  readonly sinceRunId: string;
  /** The group that it was compared with last; null where it is the first. */
  readonly predecessor: GroupPredecessor | null;
}

/** A group of an earlier run, and how many accounts are in both, in the later one alone, and in the earlier one alone. */
export interface GroupPredecessor {
  readonly id: string;
  readonly runId: string;
  readonly stayed: number;
  readonly joined: number;
  readonly left: number;
}

/** The lineage of a kept group. One from before lineages is the first of its line. */
export function lineageOf(group: {
  readonly id: string;
  readonly runId: string;
  readonly lineage?: GroupLineage;
}): GroupLineage {
  return group.lineage ?? { stableId: group.id, sinceRunId: group.runId, predecessor: null };
}
