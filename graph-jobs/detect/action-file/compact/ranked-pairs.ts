import type { IdDictionary } from '../../../csv-file/id-dictionary.js';
import { rankIds } from '../../../csv-file/rank-ids.js';
import { ACTIVE, type PairColumns, REPEATED, ROW } from '../../pair-columns.js';
import type { NearActions } from './near-actions.js';

/** Above this share of rows the posts of all of them are held: searching would take longer than reading. */
const MANY = 1 / 32;

/**
 * What counting reads, by ranks of the accounts in the order of their bytes, and the ids by rank. `accounts` are those in `near`,
 * `posts` those of the rows with repeated posts. Writes over `near`.
 */
export function rankedPairs(
  near: NearActions,
  accounts: IdDictionary,
  posts: Uint32Array,
): { pairs: PairColumns; ids: IdDictionary } {
  const { packed, inCrowd, accountOfRepeated } = near;
  const { rank, ids } = rankIds(accounts);
  const length = packed.length / ROW;
  const rows = new Uint32Array(posts.length);
  const postOfRows = new Uint32Array(posts.length);
  let repeated = 0;
  for (let row = 0; row < length; row++) {
    const own = packed[ROW * row]!;
    if (own < REPEATED) packed[ROW * row] = rank[own]! | ACTIVE;
    else {
      packed[ROW * row] = rank[accountOfRepeated[own - REPEATED]!]! | ACTIVE | REPEATED;
      rows[repeated] = row;
      postOfRows[repeated++] = posts[own - REPEATED]!;
    }
  }
  const samePost = samePostOf(length, rows.subarray(0, repeated), postOfRows);
  return { pairs: { length, accountCount: ids.length, packed, inCrowd, samePost }, ids };
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
  let low = 0;
  let high = rows.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! <= row) low = middle;
    else high = middle;
  }
  return low;
}
