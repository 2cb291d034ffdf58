import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { CascadeForest } from './cascade-forest.js';

/** What is odd about the parents that mentions name; docs/methods/spread.md says what is done about each. */
export interface ParentFaults {
  /** Parents that are not among the mentions. */
  readonly orphans: number;
  /** Mentions that name themselves. */
  readonly selfParents: number;
  /** Longer chains of parents that lead back to their start. */
  readonly cycles: number;
  /** Mentions of the same time as their parent. */
  readonly equalTimes: number;
  /** Mentions earlier than their parent. */
  readonly reversedTimes: number;
}

export function parentFaults(
  {
    length,
    parent,
    namedParent,
    publishedAt,
  }: Pick<MentionColumns, 'length' | 'parent' | 'namedParent' | 'publishedAt'>,
  { cyclesBroken }: Pick<CascadeForest, 'cyclesBroken'>,
): ParentFaults {
  let [orphans, selfParents, equalTimes, reversedTimes] = [0, 0, 0, 0];
  for (let row = 0; row < length; row += 1) {
    const above = parent[row]!;
    if (above === NO_ROW) {
      if (namedParent[row] !== NO_ROW) orphans += 1;
    } else if (above === row) selfParents += 1;
    else if (publishedAt[above] === publishedAt[row]) equalTimes += 1;
    else if (publishedAt[above]! > publishedAt[row]!) reversedTimes += 1;
  }
  return { orphans, selfParents, cycles: cyclesBroken - selfParents, equalTimes, reversedTimes };
}
