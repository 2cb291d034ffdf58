import { NO_ROW } from '#domain/mention-columns.js';
import type { CascadeForest } from './cascade-forest.js';
import type { CascadeMembers } from './cascade-members.js';
import type { TimedMentions } from './unique-accounts.js';

/** Who carried each cascade: account codes, NO_ROW where nobody did. */
export interface CascadeCarriers {
  /** The account with most mentions, and how many. */
  readonly mostActive: Uint32Array;
  readonly mostActiveMentions: Uint32Array;
  /** The account whose mentions others took for their parent most often, and how often; an account never amplifies itself. */
  readonly mostAmplified: Uint32Array;
  readonly mostAmplifiedTimes: Uint32Array;
  /** Of the accounts that others amplified, the one that came first, the root's left out. */
  readonly firstMover: Uint32Array;
}

/** O(rows). Of equal accounts the one that came first in the cascade stands. */
export function cascadeCarriers(
  { account, accounts }: TimedMentions,
  { parent }: CascadeForest,
  { length, root, order, start }: CascadeMembers,
): CascadeCarriers {
  const mentions = new Uint32Array(accounts.length);
  const amplified = new Uint32Array(accounts.length);
  const carriers = {
    mostActive: new Uint32Array(length).fill(NO_ROW),
    mostActiveMentions: new Uint32Array(length),
    mostAmplified: new Uint32Array(length).fill(NO_ROW),
    mostAmplifiedTimes: new Uint32Array(length),
    firstMover: new Uint32Array(length).fill(NO_ROW),
  };
  for (let c = 0; c < length; c += 1) {
    const [first, end] = [start[c]!, start[c + 1]!];
    for (let i = first; i < end; i += 1) {
      const row = order[i]!;
      const above = parent[row]!;
      mentions[account[row]!]! += 1;
      if (above !== NO_ROW && account[above] !== account[row]) amplified[account[above]!]! += 1;
    }
    // In order of time, so that a later account must exceed an earlier one.
    for (let i = first; i < end; i += 1) {
      const who = account[order[i]!]!;
      if (mentions[who]! > carriers.mostActiveMentions[c]!) {
        carriers.mostActive[c] = who;
        carriers.mostActiveMentions[c] = mentions[who]!;
      }
      if (amplified[who]! === 0) continue;
      if (amplified[who]! > carriers.mostAmplifiedTimes[c]!) {
        carriers.mostAmplified[c] = who;
        carriers.mostAmplifiedTimes[c] = amplified[who]!;
      }
      if (carriers.firstMover[c] === NO_ROW && who !== account[root[c]!]) carriers.firstMover[c] = who;
    }
    for (let i = first; i < end; i += 1) {
      const who = account[order[i]!]!;
      mentions[who] = 0;
      amplified[who] = 0;
    }
  }
  return carriers;
}
