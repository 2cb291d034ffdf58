import type { MentionFile } from '#graph-jobs/map/cascade-file/mention-file-reader.js';
import type { CascadeForest } from '#graph-jobs/map/cascades/cascade-forest.js';
import type { CascadeMeasures } from '#graph-jobs/map/cascades/cascade-measures.js';
import { type ParentFaults, parentFaults } from '#graph-jobs/map/cascades/parent-faults.js';

/** What `jejaring spread --json` prints. */
export interface SpreadSummary extends ParentFaults {
  readonly file: string;
  readonly rows: number;
  readonly rejected: number;
  readonly repeatedMentions: number;
  readonly mentions: number;
  readonly accounts: number;
  readonly cascades: number;
  /** Cascades of one mention. */
  readonly lone: number;
  readonly largest: number;
  readonly deepest: number;
}

export function spreadSummary(
  path: string,
  { mentions, rows, rejected }: MentionFile,
  forest: CascadeForest,
  { shapes }: CascadeMeasures,
): SpreadSummary {
  return {
    ...{ file: path, rows, rejected },
    repeatedMentions: mentions.repeatedMentions,
    mentions: mentions.length,
    accounts: mentions.accounts.length,
    cascades: shapes.length,
    lone: shapes.size.reduce((count, size) => count + (size === 1 ? 1 : 0), 0),
    largest: shapes.size.reduce((most, size) => Math.max(most, size), 0),
    deepest: forest.maxDepth,
    ...parentFaults(mentions, forest),
  };
}

const WHAT_IS_DONE: Readonly<Record<keyof ParentFaults, string>> = {
  orphans: 'name a parent that is not in the file: each is a root of its own',
  selfParents: 'name themselves: each is a root',
  cycles: 'chains of parents lead back to their start: each is cut at its earliest mention',
  equalTimes: 'have the time of their parent: the parent is believed',
  reversedTimes: 'are earlier than their parent: the parent is believed',
};

export function printSpreadSummary(summary: SpreadSummary): void {
  for (const [name, value] of Object.entries(summary)) {
    const done = WHAT_IS_DONE[name as keyof ParentFaults];
    console.log(`${label(name).padEnd(20)}${value}${done === undefined || value === 0 ? '' : `  ${done}`}`);
  }
  console.log('\nShape depends on size and on who began it, and is no sign of a hoax: docs/methods/spread.md.');
}

function label(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
