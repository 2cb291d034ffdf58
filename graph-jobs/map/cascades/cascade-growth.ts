import type { MentionColumns } from '#domain/mention-columns.js';
import type { CascadeMembers } from './cascade-members.js';
import { secondsToShare } from './seconds-to-share.js';

const HOUR_MS = 3_600_000;

/** How each cascade grew, from its root's time on. */
export interface CascadeGrowth {
  /** Until half, and nine tenths, of all mentions were out. */
  readonly secondsToHalf: Float64Array;
  readonly secondsToNineTenths: Float64Array;
  /** Until the last mention. */
  readonly lastedSeconds: Float64Array;
  /** Mentions out within 1, 6 and 24 hours, the root included. */
  readonly inOneHour: Uint32Array;
  readonly inSixHours: Uint32Array;
  readonly inOneDay: Uint32Array;
  /** Most mentions in any 60 minutes, wherever they begin. */
  readonly busiestHour: Uint32Array;
}

/** Mentions that their clock puts before the root count as out at once. */
export function cascadeGrowth(mentions: Pick<MentionColumns, 'publishedAt'>, members: CascadeMembers): CascadeGrowth {
  return {
    secondsToHalf: secondsToShare(mentions, members, 50),
    secondsToNineTenths: secondsToShare(mentions, members, 90),
    lastedSeconds: secondsToShare(mentions, members, 100),
    inOneHour: outWithin(mentions, members, HOUR_MS),
    inSixHours: outWithin(mentions, members, 6 * HOUR_MS),
    inOneDay: outWithin(mentions, members, 24 * HOUR_MS),
    busiestHour: busiestHour(mentions, members),
  };
}

function outWithin(
  { publishedAt }: Pick<MentionColumns, 'publishedAt'>,
  { root, cascade }: CascadeMembers,
  span: number,
): Uint32Array {
  const out = new Uint32Array(root.length);
  for (let row = 0; row < cascade.length; row += 1) {
    const c = cascade[row]!;
    if (publishedAt[row]! <= publishedAt[root[c]!]! + span) out[c]! += 1;
  }
  return out;
}

/** Two pointers: rows of a cascade are in order of time. */
function busiestHour(
  { publishedAt }: Pick<MentionColumns, 'publishedAt'>,
  { length, order, start }: CascadeMembers,
): Uint32Array {
  const most = new Uint32Array(length);
  for (let c = 0; c < length; c += 1) {
    let first = start[c]!;
    for (let i = first; i < start[c + 1]!; i += 1) {
      while (publishedAt[order[first]!]! <= publishedAt[order[i]!]! - HOUR_MS) first += 1;
      if (i - first + 1 > most[c]!) most[c] = i - first + 1;
    }
  }
  return most;
}
