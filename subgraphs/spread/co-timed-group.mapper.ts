import type { EvidenceRow, StoredGroup } from '#domain/finding.js';
import type { CoTimedGroup } from './co-timed-group.type.js';
import type { Evidence } from './evidence.type.js';

/** A group as its resolver sees it: what is shown, and the key of its run. */
export interface CoTimedGroupNode extends CoTimedGroup {
  readonly runId: string;
}

export function toGroup(group: StoredGroup): CoTimedGroupNode {
  const { issueId, members, edges, ...same } = group;
  return {
    ...same,
    issue: { id: issueId },
    members: members.map((id) => ({ id })),
    size: members.length,
    edges: edges.map(({ from, to, ...figures }) => ({ ...figures, from: { id: from }, to: { id: to } })),
  };
}

export function toEvidence(row: EvidenceRow): Evidence {
  return {
    from: { id: row.from },
    to: { id: row.to },
    behaviour: row.behaviour,
    object: row.object,
    fromMention: { id: row.fromMentionId },
    toMention: { id: row.toMentionId },
    fromTime: new Date(row.fromTime),
    toTime: new Date(row.toTime),
    secondsApart: (row.toTime - row.fromTime) / 1000,
  };
}
