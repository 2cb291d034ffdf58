import {
  type CoTimedEdge as Edge,
  type EvidenceRow,
  edgeCountOf,
  evidenceKeptOf,
  knownChance,
  type StoredGroup,
} from '#domain/finding.js';
import { lineageOf } from '#domain/group-lineage.js';
import type { LayerGroup } from '#domain/layer-group.js';
import type { CoTimedEdge, CoTimedGroup } from './co-timed-group.type.js';
import type { Evidence } from './evidence.type.js';

/** A group as its resolver sees it: what is shown, the key of its run, and what its lists page over, read later in a history. */
export interface CoTimedGroupNode extends CoTimedGroup {
  readonly runId: string;
  readonly memberIds: Later<readonly string[]>;
  readonly keptEdges: Later<readonly Edge[]>;
  /** Null in findings from before they were looked for. */
  readonly layers: Later<readonly LayerGroup[] | null>;
}

type Later<T> = T | Promise<T>;

export function toGroup(group: StoredGroup): CoTimedGroupNode {
  const { issueId, members, edges, layerGroups = null, reviewUntil, ...same } = group;
  return {
    ...same,
    chance: knownChance(group.chance),
    issue: { id: issueId },
    lineage: lineageOf(group),
    size: members.length,
    reviewedUntil: reviewUntil === undefined ? null : new Date(reviewUntil),
    memberIds: members,
    keptEdges: edges,
    edgeCount: edgeCountOf(group),
    evidenceKept: evidenceKeptOf(group),
    layers: layerGroups,
  };
}

export function toEdge({ from, to, ...figures }: Edge): CoTimedEdge {
  return { ...figures, from: { id: from }, to: { id: to } };
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
