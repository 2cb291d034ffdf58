import type { CascadeMetrics } from './cascade.js';
import type { MentionColumns } from './mention-columns.js';
import type { CascadeColumns } from './spread-map.js';

/** One cascade of the columns, with the ids that its root's row stands for. */
export function cascadeMetrics(
  mentions: Pick<MentionColumns, 'ids' | 'account' | 'accounts' | 'publishedAt'>,
  cascades: CascadeColumns,
  index: number,
): CascadeMetrics {
  const row = cascades.root[index]!;
  return {
    rootId: mentions.ids.at(row),
    rootAccountId: mentions.accounts[mentions.account[row]!]!.id,
    startedAt: mentions.publishedAt[row]!,
    size: cascades.size[index]!,
    uniqueAccounts: cascades.uniqueAccounts[index]!,
    depth: cascades.depth[index]!,
    maxBreadth: cascades.maxBreadth[index]!,
    structuralVirality: cascades.structuralVirality[index]!,
    directShare: cascades.directShare[index]!,
    secondsToHalf: cascades.secondsToHalf[index]!,
  };
}

/** Cascades of two mentions or more, largest first; of equal size, the earlier root first. */
export function spreadingCascades(cascades: CascadeColumns): number[] {
  return Array.from(cascades.size.keys())
    .filter((index) => cascades.size[index]! > 1)
    .sort((one, other) => cascades.size[other]! - cascades.size[one]! || one - other);
}
