import { BEHAVIOURS } from '#domain/action.js';
import type { DetectedGroup, DetectInCopy, Detection } from '#domain/detection.js';
import { type CoTimedGroup, type EvidenceRow, MOST_KEPT_EDGES } from '#domain/finding.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunParameters } from '#domain/run.js';
import { strongestPlaces } from '#domain/strongest-edges.js';
import { chanceRates } from './chance.js';
import { EvidenceShares } from './evidence-shares.js';
import { explanationsOf } from './explanations.js';
import { ActivityOfAll } from './issue-activity.js';
import { layerGroups } from './layer-groups.js';
import { objectSources } from './object-source.js';

export interface ScoreInput {
  readonly columns: MentionColumns;
  readonly detection: Detection;
  readonly parameters: RunParameters;
  readonly runId: string;
  readonly issueId: string;
  /** The detector itself, to be run on the shuffled copies. */
  readonly detect: DetectInCopy;
  /** Tells of the shuffled copies; throw from it to stop. */
  readonly onProgress?: ProgressListener;
}

/** A finding and the evidence of the edges that it keeps, edge by edge; the rows are made while iterating, as often as asked. */
export interface ScoredGroup extends CoTimedGroup {
  readonly evidence: Iterable<EvidenceRow>;
}

/** Puts beside every group what chance and ordinary reasons explain. In the order of the detection: largest first. */
export function scoreGroups(input: ScoreInput): readonly ScoredGroup[] {
  const { columns, detection, parameters, runId, issueId } = input;
  const chanceOf = chanceRates(columns, detection, parameters, input.detect, input.onProgress);
  const sources = objectSources(columns, detection.layers);
  const codes = { accounts: columns.accounts.length, sources: sources.count };
  const evidence = new EvidenceShares(columns.publishedAt, new ActivityOfAll(columns), codes);
  const idOf = (group: number) => `${runId}-g${group + 1}`;
  const layers = layerGroups(detection.groups, idOf);
  return detection.groups.map((group, i) => {
    const kept = strongestPlaces(group.edges, MOST_KEPT_EDGES).sort((a, b) => a - b);
    const edges = kept.map((place) => {
      const edge = group.edges[place]!;
      return { ...edge, from: columns.accounts[edge.from]!.id, to: columns.accounts[edge.to]!.id };
    });
    return {
      id: idOf(i),
      runId,
      issueId,
      behaviours: BEHAVIOURS.filter((behaviour) => group.edges.some((edge) => edge.behaviour === behaviour)),
      attribution: group.attribution,
      layerGroups: layers[i]!,
      members: group.members.map((code) => columns.accounts[code]!.id),
      edges,
      edgeCount: group.edges.length,
      evidenceCount: pairsBehind(group.edges),
      evidenceKept: pairsBehind(edges),
      chance: { ...chanceOf(group.members.length), qValue: group.qValue },
      explanations: explanationsOf(group, columns, evidence, sources),
      evidence: { [Symbol.iterator]: () => evidenceRows(columns, detection, group, new Set(kept)) },
    };
  });
}

function pairsBehind(edges: readonly { readonly weight: number }[]): number {
  return edges.reduce((sum, { weight }) => sum + weight, 0);
}

function* evidenceRows(
  columns: MentionColumns,
  detection: Detection,
  group: DetectedGroup,
  kept: ReadonlySet<number>,
): Generator<EvidenceRow> {
  for (const { edge, layer, object, fromMention, toMention } of group.evidence) {
    if (!kept.has(edge)) continue;
    const { behaviour, from, to } = group.edges[edge]!;
    yield {
      from: columns.accounts[from]!.id,
      to: columns.accounts[to]!.id,
      behaviour,
      object: detection.layers[layer]!.objects.at(object),
      fromMentionId: columns.ids.at(fromMention),
      toMentionId: columns.ids.at(toMention),
      fromTime: columns.publishedAt[fromMention]!,
      toTime: columns.publishedAt[toMention]!,
    };
  }
}
