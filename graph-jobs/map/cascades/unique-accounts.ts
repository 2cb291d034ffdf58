import type { MentionColumns } from '#domain/mention-columns.js';
import type { CascadeMembers } from './cascade-members.js';

/** What the measures need of the mentions; their rows are in order of time, as MentionColumns are. */
export interface TimedMentions extends Pick<MentionColumns, 'length' | 'publishedAt' | 'account'> {
  readonly accounts: { readonly length: number };
}

/** Different accounts in each cascade, O(rows) for all of them together. */
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
