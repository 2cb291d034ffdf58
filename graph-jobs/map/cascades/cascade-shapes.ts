import type { MentionColumns } from '#domain/mention-columns.js';
import type { CascadeColumns } from '#domain/spread-map.js';
import type { CascadeForest } from './cascade-forest.js';
import { type CascadeMembers, cascadeMembers } from './cascade-members.js';
import { secondsToShare } from './seconds-to-share.js';
import { treeShapes } from './tree-shapes.js';

/** What the shapes need of the mentions; their rows are in order of time, as MentionColumns are. */
export interface TimedMentions extends Pick<MentionColumns, 'length' | 'publishedAt' | 'account'> {
  readonly accounts: { readonly length: number };
}

/** The shape of every cascade as a run keeps it, O(rows) for all of them together. */
export function cascadeShapes(mentions: TimedMentions, forest: CascadeForest): CascadeColumns {
  const members = cascadeMembers(forest);
  const { length, root } = members;
  const { size, depth, maxBreadth, structuralVirality, directShare } = treeShapes(forest, members);
  return {
    ...{ length, root, size, depth, maxBreadth, structuralVirality, directShare },
    uniqueAccounts: uniqueAccounts(mentions, members),
    secondsToHalf: secondsToShare(mentions, members, 50),
    lone: size.reduce((count, one) => count + (one === 1 ? 1 : 0), 0),
    cyclesBroken: forest.cyclesBroken,
  };
}

export function uniqueAccounts({ account, accounts }: TimedMentions, members: CascadeMembers): Uint32Array {
  const { length, order, start } = members;
  const seenIn = new Uint32Array(accounts.length);
  const unique = new Uint32Array(length);
  for (let c = 0; c < length; c += 1) {
    for (let i = start[c]!; i < start[c + 1]!; i += 1) {
      const code = account[order[i]!]!;
      if (seenIn[code] === c + 1) continue;
      seenIn[code] = c + 1;
      unique[c]! += 1;
    }
  }
  return unique;
}
