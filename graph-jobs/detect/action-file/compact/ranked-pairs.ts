import { ACTIVE, type PairColumns, REPEATED } from '../../pair-columns.js';
import type { IdDictionary } from '../id-dictionary.js';
import { rankIds } from '../rank-ids.js';
import type { NearActions } from './near-actions.js';

/** Above this share of rows the posts of all of them are held: searching would take longer than reading. */
const MANY = 1 / 32;

/**
 * What counting reads, by ranks of the accounts in the order of their bytes, and the ids by rank. `posts` are those of the rows with
 * repeated posts. Writes over `near`.
 */
export function rankedPairs(
  near: NearActions,
  accounts: IdDictionary,
  posts: Uint32Array,
): { pairs: PairColumns; ids: IdDictionary } {
  const { who, windowStart, inCrowd, accountOfRepeated } = near;
  const { rank, ids } = rankIds(accounts, markedAccounts(near, accounts.length));
  const rows = new Uint32Array(posts.length);
  const postOfRows = new Uint32Array(posts.length);
  let repeated = 0;
  for (let row = 0; row < who.length; row++) {
    const own = who[row]!;
    if (own < REPEATED) who[row] = rank[own]! | ACTIVE;
    else {
      who[row] = rank[accountOfRepeated[own - REPEATED]!]! | ACTIVE | REPEATED;
      rows[repeated] = row;
      postOfRows[repeated++] = posts[own - REPEATED]!;
    }
  }
  const samePost = samePostOf(who.length, rows.subarray(0, repeated), postOfRows);
  return { pairs: { length: who.length, accountCount: ids.length, who, windowStart, inCrowd, samePost }, ids };
}

function markedAccounts({ who, accountOfRepeated }: NearActions, accountCount: number): Uint8Array {
  const marked = new Uint8Array(accountCount);
  for (let row = 0; row < who.length; row++) {
    const own = who[row]!;
    marked[own < REPEATED ? own : accountOfRepeated[own - REPEATED]!] = 1;
  }
  return marked;
}

/** Tells whether two of `rows` (ascending) have one post, of `posts` at the same places. */
function samePostOf(length: number, rows: Uint32Array, posts: Uint32Array): PairColumns['samePost'] {
  if (rows.length > MANY * length) {
    const post = new Uint32Array(length);
    for (let i = 0; i < rows.length; i++) post[rows[i]!] = posts[i]!;
    return (row, other) => post[row] === post[other];
  }
  return (row, other) => posts[placeOf(rows, row)] === posts[placeOf(rows, other)];
}

function placeOf(rows: Uint32Array, row: number): number {
  let [low, high] = [0, rows.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! <= row) low = middle;
    else high = middle;
  }
  return low;
}
