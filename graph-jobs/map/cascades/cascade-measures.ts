import { type CascadeCarriers, cascadeCarriers } from './cascade-carriers.js';
import type { CascadeForest } from './cascade-forest.js';
import { type CascadeGrowth, cascadeGrowth } from './cascade-growth.js';
import { type CascadeMembers, cascadeMembers } from './cascade-members.js';
import { type TreeShapes, treeShapes } from './tree-shapes.js';
import { type TimedMentions, uniqueAccounts } from './unique-accounts.js';

/** All that is measured of every cascade without knowing its places (cascadeHops) or others like it. */
export interface CascadeMeasures {
  readonly members: CascadeMembers;
  readonly shapes: TreeShapes;
  readonly uniqueAccounts: Uint32Array;
  readonly growth: CascadeGrowth;
  readonly carriers: CascadeCarriers;
}

export function cascadeMeasures(mentions: TimedMentions, forest: CascadeForest): CascadeMeasures {
  const members = cascadeMembers(forest);
  return {
    members,
    shapes: treeShapes(forest, members),
    uniqueAccounts: uniqueAccounts(mentions, members),
    growth: cascadeGrowth(mentions, members),
    carriers: cascadeCarriers(mentions, forest, members),
  };
}
