import { MENTION_KINDS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';
import type { Acts } from './acts.js';
import { repostOriginals } from './repost-originals.js';

const REPLY = MENTION_KINDS.indexOf('REPLY');

/** Reposts act on the original at the end of their chain. */
export function repostActs(columns: MentionColumns): Acts {
  const originals = repostOriginals(columns);
  return actsOnMentions(columns, (row) => originals[row]!);
}

/** Replies act on the mention that they answer. */
export function replyActs(columns: MentionColumns): Acts {
  return actsOnMentions(columns, (row) => (columns.kind[row] === REPLY ? parentCode(columns, row) : NO_ROW));
}

/** Mentions as objects: a row by its number, one that is named but not among the rows by columns.length + its code. */
function actsOnMentions(columns: MentionColumns, objectOf: (row: number) => number): Acts {
  const mention: number[] = [];
  const object: number[] = [];
  for (let row = 0; row < columns.length; row++) {
    const code = objectOf(row);
    // A mention that reposts or answers itself, as damaged data has it, acts on nothing.
    if (code === NO_ROW || code === row) continue;
    mention.push(row);
    object.push(code);
  }
  const dense = denseCodes(Uint32Array.from(object), columns.length + columns.parents.length);
  const idOf = (code: number) =>
    code < columns.length ? columns.ids.at(code) : columns.parents.at(code - columns.length);
  return {
    mention: Uint32Array.from(mention),
    object: dense.codes,
    objectCount: dense.originals.length,
    objects: PackedStrings.from(Array.from(dense.originals, idOf)),
    objectRow: dense.originals.map((code) => (code < columns.length ? code : NO_ROW)),
  };
}

function parentCode(columns: MentionColumns, row: number): number {
  if (columns.parent[row] !== NO_ROW) return columns.parent[row]!;
  return columns.namedParent[row] === NO_ROW ? NO_ROW : columns.length + columns.namedParent[row]!;
}

/** Codes counted anew without gaps, and what each new code was: work and memory then follow the objects acted on. */
function denseCodes(codes: Uint32Array, count: number): { codes: Uint32Array; originals: Uint32Array } {
  const dense = new Uint32Array(count).fill(NO_ROW);
  const originals: number[] = [];
  const renamed = codes.map((code) => {
    if (dense[code] === NO_ROW) dense[code] = originals.push(code) - 1;
    return dense[code]!;
  });
  return { codes: renamed, originals: Uint32Array.from(originals) };
}
