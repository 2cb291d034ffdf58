import { CodedError } from '#domain/errors/coded-error.js';
import type { GroupInRun } from '#domain/finding.js';
import type { CoTimedGroupNode } from './co-timed-group.mapper.js';

/** What stands in a finding and in no history. */
const OF_FINDING = [
  'issue',
  'behaviours',
  'attribution',
  'size',
  'edgeCount',
  'evidenceCount',
  'evidenceKept',
  'chance',
  'explanations',
  'lineage',
  'reviewedUntil',
  'memberIds',
  'keptEdges',
  'layers',
] as const satisfies readonly (keyof CoTimedGroupNode)[];

/** A group of a history: what the history shows is at hand, and the finding is read when a caller asks for more of it. */
export function toGroupInRun(
  { id, runId, reviewState }: GroupInRun,
  load: (id: string) => Promise<CoTimedGroupNode | null>,
): object {
  const node = { id, runId, reviewState };
  for (const field of OF_FINDING)
    Object.defineProperty(node, field, { enumerable: true, get: async () => (await known(id, load))[field] });
  return node;
}

async function known(id: string, load: (id: string) => Promise<CoTimedGroupNode | null>): Promise<CoTimedGroupNode> {
  const group = await load(id);
  if (group !== null) return group;
  throw new CodedError('NOT_FOUND', `the finding ${id} is gone meanwhile: its run was done again`, {
    at: 'history',
    hint: 'ask again',
  });
}
