import type { AmplifyingMention } from '#domain/ports/spread-walk-store.js';
import type { SpreadPath } from '#domain/spread-walk/find-spread-path.js';
import type { SpreadEdge } from '#domain/spread-walk/spread-edge.js';
import type {
  AmplifyingMention as AmplifyingMentionType,
  SpreadPath as SpreadPathType,
  SpreadStep,
} from './spread-path.type.js';

/** A step as its resolver sees it: the mentions behind it are those of the issue. */
export interface SpreadStepNode extends SpreadStep {
  readonly issueId: string;
}

export interface SpreadPathNode extends SpreadPathType {
  readonly runId: string;
  readonly steps: readonly SpreadStepNode[];
}

interface Searched {
  readonly runId: string;
  readonly issueId: string;
  readonly from: string;
}

export function toPath(
  { steps, outcome, ...searched }: SpreadPath,
  { runId, issueId, from }: Searched,
): SpreadPathNode {
  const isFound = outcome === 'FOUND';
  return {
    ...searched,
    runId,
    outcome,
    length: isFound ? steps.length : null,
    accounts: isFound ? [{ id: from }, ...steps.map(({ to }) => ({ id: to }))] : [],
    steps: steps.map((step) => ({ ...toStep(step), issueId })),
  };
}

export function toStep({ from, to, weight }: SpreadEdge): SpreadStep {
  return { from: { id: from }, to: { id: to }, weight };
}

export function toAmplifyingMention({ mentionId, parentId }: AmplifyingMention): AmplifyingMentionType {
  return { mention: { id: mentionId }, parent: { id: parentId } };
}
