import type { CoTimedGroup } from '#domain/finding.js';
import { type GroupLineage, lineageOf } from '#domain/group-lineage.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { Store } from '#domain/ports/store.js';
import type { Run } from '#domain/run.js';
import { matchGroups } from './match-groups.js';

/** A run with other parameters may miss a group that the next one finds again. More are too long ago to be the same. */
const MOST_RUNS_BACK = 10;
const RUNS_PAGE = 100;
/** Groups at once: a group may have a megabyte. */
const GROUPS_PAGE = 50;

type TraceStore = Pick<Store, 'runs' | 'findings'>;
type TracedGroup = Pick<CoTimedGroup, 'id' | 'members'>;

interface EarlierGroup extends TracedGroup {
  readonly runId: string;
  readonly lineage: GroupLineage;
}

/**
 * Which group of earlier runs of the issue each group is again. A run that is done again keeps what was found when its
 * groups were first written, so that the same work leaves the same findings; one that was never done keeps no beginning of
 * a line, since the runs since then did not see it. The others are matched with the newest run that is done, those still
 * open with the one before it, and so on; no two groups of a run are of one line. `onProgress` hears of each page of groups
 * that was read; throw from it to stop.
 */
export async function traceGroups(
  store: TraceStore,
  run: Pick<Run, 'id' | 'issueId'>,
  groups: readonly TracedGroup[],
  onProgress: ProgressListener = () => undefined,
): Promise<readonly GroupLineage[]> {
  if (groups.length === 0) return [];
  const runs = await earlierRuns(store, run);
  const lineages = await keptLineages(store, run, groups, () => onProgress(0, runs.length + 1));
  for (const [at, runId] of runs.entries()) {
    const onPage = () => onProgress(at + 1, runs.length + 1);
    const open = groups.filter(({ id }) => !lineages.has(id));
    if (open.length === 0) break;
    const taken = new Set([...lineages.values()].map(({ stableId }) => stableId));
    const earlier = (await groupsOf(store, runId, onPage)).filter(({ lineage }) => !taken.has(lineage.stableId));
    for (const { group, earlier: before, stayed } of matchGroups(open, earlier))
      lineages.set(open[group]!.id, continued(open[group]!, before, stayed));
  }
  onProgress(1, 1);
  return groups.map(({ id }) => lineages.get(id) ?? lineageOf({ id, runId: run.id }));
}

function continued({ id, members }: TracedGroup, before: EarlierGroup, stayed: number): GroupLineage {
  const { stableId, sinceRunId } = before.lineage;
  // Found first, and followed by later runs before it was lost on the way to being written again.
  if (stableId === id) return lineageOf({ id, runId: sinceRunId });
  const changed = { stayed, joined: members.length - stayed, left: before.members.length - stayed };
  return { stableId, sinceRunId, predecessor: { id: before.id, runId: before.runId, ...changed } };
}

/** What an earlier execution of the same run found, by id, of the groups that have the same members still. */
async function keptLineages(
  store: TraceStore,
  { id: runId }: Pick<Run, 'id'>,
  groups: readonly TracedGroup[],
  onPage: () => void,
): Promise<Map<string, GroupLineage>> {
  const [before] = await store.runs.get([runId]);
  const wasDone = before?.state === 'DONE';
  const membersOf = new Map(groups.map(({ id, members }) => [id, members.join()]));
  const kept = (await groupsOf(store, runId, onPage)).filter(({ id, members }) => membersOf.get(id) === members.join());
  const known = kept.filter(({ lineage }) => wasDone || lineage.predecessor !== null);
  return new Map(known.map(({ id, lineage }) => [id, lineage]));
}

async function earlierRuns(store: TraceStore, { id, issueId }: Pick<Run, 'id' | 'issueId'>): Promise<string[]> {
  const page = await store.runs.page(issueId, { first: RUNS_PAGE, after: null });
  const done = page.items.map(({ node }) => node).filter((other) => other.state === 'DONE' && other.id !== id);
  return done.slice(0, MOST_RUNS_BACK).map((other) => other.id);
}

async function groupsOf(store: TraceStore, runId: string, onPage: () => void): Promise<EarlierGroup[]> {
  const groups: EarlierGroup[] = [];
  for (let after: string | null = null; ; ) {
    onPage();
    const { items, hasNextPage } = await store.findings.page(runId, { first: GROUPS_PAGE, after });
    // Only this is held, not the edges.
    for (const { node } of items) groups.push({ id: node.id, runId, members: node.members, lineage: lineageOf(node) });
    if (!hasNextPage) return groups;
    after = items.at(-1)!.cursor;
  }
}
