import type { MentionColumns } from '#domain/mention-columns.js';
import type { CascadeMembers } from './cascade-members.js';

/** Seconds from each root's time until `percent` of its cascade's mentions, rounded up to a whole one, were out; never below 0. */
export function secondsToShare(
  { publishedAt }: Pick<MentionColumns, 'publishedAt'>,
  { root, order, start }: CascadeMembers,
  percent: number,
): Float64Array {
  return Float64Array.from(root, (rootRow, c) => {
    const wanted = Math.ceil(((start[c + 1]! - start[c]!) * percent) / 100);
    const reached = publishedAt[order[start[c]! + wanted - 1]!]!;
    return Math.max(0, reached - publishedAt[rootRow]!) / 1000;
  });
}
