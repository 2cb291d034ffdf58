import { MENTION_KINDS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';

const REPOST = MENTION_KINDS.indexOf('REPOST');
/** Mark of a row on the chain that is being followed. */
const ON_CHAIN = NO_ROW - 1;

/**
 * What every REPOST passes on in the end, as a mention code (see mention-codes): the chain of reposts is followed up to
 * the first mention that is no repost or whose parent is unknown. NO_ROW for other kinds and for reposts that name no
 * parent. A circle of reposts, which only damaged data has, stands for its earliest row.
 */
export function repostOriginals(columns: MentionColumns): Uint32Array {
  const originals = new Uint32Array(columns.length).fill(NO_ROW);
  const chain: number[] = [];
  for (let row = 0; row < columns.length; row++) {
    let at = row;
    while (columns.kind[at] === REPOST && originals[at] === NO_ROW && columns.parent[at] !== NO_ROW) {
      originals[at] = ON_CHAIN;
      chain.push(at);
      at = columns.parent[at]!;
    }
    const original = originalAt(columns, originals, chain, at);
    for (const passed of chain) originals[passed] = original;
    chain.length = 0;
    if (columns.kind[row] === REPOST && originals[row] === NO_ROW) originals[row] = beyondRows(columns, row);
  }
  return originals;
}

/** Where a chain that stopped at row `at` leads. */
function originalAt(columns: MentionColumns, originals: Uint32Array, chain: readonly number[], at: number): number {
  if (originals[at] === ON_CHAIN) return chain.slice(chain.indexOf(at)).reduce((a, b) => Math.min(a, b));
  if (columns.kind[at] !== REPOST) return at;
  if (originals[at] !== NO_ROW) return originals[at]!;
  return columns.namedParent[at] === NO_ROW ? at : beyondRows(columns, at);
}

function beyondRows(columns: MentionColumns, row: number): number {
  const named = columns.namedParent[row]!;
  return named === NO_ROW ? NO_ROW : columns.length + named;
}
