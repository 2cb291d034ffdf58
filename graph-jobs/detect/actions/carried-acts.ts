import { MENTION_KINDS } from '#domain/mention.js';
import type { MentionColumns, ObjectColumns } from '#domain/mention-columns.js';
import { type Acts, actsOn } from './acts.js';
import { Names } from './names.js';

const REPOST = MENTION_KINDS.indexOf('REPOST');

/**
 * Acts on links, hashtags or media; values of which `nameOf` makes the same are one object, and count once in a mention.
 * A repost repeats its parent's without adding a choice: it is counted as CO_REPOST only.
 */
export function carriedActs(columns: MentionColumns, carried: ObjectColumns, nameOf: (code: number) => string): Acts {
  const names = new Names();
  const codes = Uint32Array.from(carried.values, (_, code) => names.codeOf(nameOf(code)));
  const mention: number[] = [];
  const object: number[] = [];
  for (const [row, own] of carriedByMention(columns, carried)) {
    const distinct = new Set(own.map((code) => codes[code]!));
    for (const code of Array.from(distinct).sort((a, b) => a - b)) {
      mention.push(row);
      object.push(code);
    }
  }
  return actsOn(Uint32Array.from(mention), Uint32Array.from(object), names.values);
}

/** The codes that each mention carries, in its order, mentions ascending; reposts left out. */
export function* carriedByMention(
  { kind }: MentionColumns,
  { length, mention, object }: ObjectColumns,
): Generator<readonly [row: number, codes: readonly number[]]> {
  for (let first = 0; first < length; ) {
    const row = mention[first]!;
    let end = first + 1;
    while (end < length && mention[end] === row) end += 1;
    if (kind[row] !== REPOST) yield [row, Array.from(object.subarray(first, end))];
    first = end;
  }
}
