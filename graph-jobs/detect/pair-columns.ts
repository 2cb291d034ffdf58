import type { Sweep } from './participation.js';

/** In a word of `who`, above the account: the action alone makes a pair count; its post has other actions too. */
export const ACTIVE = 1 << 31;
export const REPEATED = 1 << 30;
export const ACCOUNT = REPEATED - 1;

/** Words of a row in PairColumns.packed, and the place of the window's start among them. */
export const ROW = 2;
export const START = 1;

/** What counting reads of actions that are sorted by object and time: 8 bytes an action. */
export interface PairColumns {
  readonly length: number;
  readonly accountCount: number;
  /**
   * Of each action the account, with ACTIVE and REPEATED, and the first action on the same object that is within the window
   * before it. Side by side, since accounts visit rows in no order that memory knows.
   */
  readonly packed: Uint32Array;
  /** 1 for actions on crowded objects, null where there are none. */
  readonly inCrowd: Uint8Array | null;
  /** Asked of actions that are both REPEATED. */
  readonly samePost: (row: number, other: number) => boolean;
}

export function pairColumns({ actions, windowStart, active, crowded }: Sweep): PairColumns {
  const { length, accountCount, account, object, mention } = actions;
  const posts = actionsOfPosts(mention);
  const packed = new Uint32Array(ROW * length);
  for (let row = 0; row < length; row++) {
    const marks = (active[row] === 1 ? ACTIVE : 0) | (posts[mention[row]!] === MORE_THAN_ONE ? REPEATED : 0);
    packed[ROW * row] = account[row]! | marks;
    packed[ROW * row + START] = windowStart[row]!;
  }
  const { marks } = crowded;
  const inCrowd = marks === null ? null : Uint8Array.from(object, (own) => marks[own]!);
  const samePost = (row: number, other: number) => mention[row] === mention[other];
  return { length, accountCount, packed, inCrowd, samePost };
}

const MORE_THAN_ONE = 2;

/** By code of the post: none, one, or more than one. */
function actionsOfPosts(mention: Uint32Array): Uint8Array {
  let highest = -1;
  for (let row = 0; row < mention.length; row++) highest = Math.max(highest, mention[row]!);
  const posts = new Uint8Array(highest + 1);
  for (let row = 0; row < mention.length; row++) {
    const post = mention[row]!;
    posts[post] = posts[post] === 0 ? 1 : MORE_THAN_ONE;
  }
  return posts;
}
