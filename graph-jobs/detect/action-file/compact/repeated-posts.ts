import type { IdColumn } from '../../../csv-file/id-column.js';
import { HIGH, LOW } from '../../../csv-file/packed-pairs.js';

/** The rows whose post other rows have as well, ascending, and for each the first row of its post. */
export interface RepeatedPosts {
  readonly rows: Uint32Array;
  readonly posts: Uint32Array;
  /** Rows whose post was there before. */
  readonly repeats: number;
}

/** In most files few posts have two rows, so that only these are held. `contents` is empty afterwards. */
export function repeatedPosts(contents: IdColumn | null): RepeatedPosts {
  const keys = contents?.marked() ?? new Uint32Array(0);
  let repeats = 0;
  for (let row = 0; 2 * row < keys.length; row++) if (keys[2 * row + 1] === 0) repeats += 1;
  const pairs = new BigUint64Array(2 * repeats);
  const words = new Uint32Array(pairs.buffer);
  for (let row = 0, at = 0; 2 * row < keys.length; row++) {
    if (keys[2 * row + 1] !== 0) continue;
    const first = keys[2 * row]!;
    for (const own of [row, first]) {
      words[at + HIGH] = own;
      words[at + LOW] = first;
      at += 2;
    }
  }
  pairs.sort();
  return { ...withoutTwins(words), repeats };
}

/** A first row is there once for every row that repeats it. */
function withoutTwins(words: Uint32Array): Pick<RepeatedPosts, 'rows' | 'posts'> {
  let count = 0;
  for (let at = 0; at < words.length; at += 2) {
    if (at > 0 && words[at + HIGH] === words[at - 2 + HIGH]) continue;
    words[2 * count + HIGH] = words[at + HIGH]!;
    words[2 * count++ + LOW] = words[at + LOW]!;
  }
  const rows = new Uint32Array(count);
  const posts = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    rows[i] = words[2 * i + HIGH]!;
    posts[i] = words[2 * i + LOW]!;
  }
  return { rows, posts };
}
