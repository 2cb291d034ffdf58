import type { Behaviour } from '#domain/action.js';
import type { ActionLayer } from '#domain/detection.js';
import { MENTION_KINDS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW, type ObjectColumns } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { textActs } from './near-duplicates/text-acts.js';
import { repostOriginals } from './repost-originals.js';
import { sortActions } from './sort-actions.js';

const REPOST = MENTION_KINDS.indexOf('REPOST');
const REPLY = MENTION_KINDS.indexOf('REPLY');

/** Pairs (mention row, object code), in the order of rows. */
interface Acts {
  readonly mention: Uint32Array;
  readonly object: Uint32Array;
  readonly objectCount: number;
  readonly objects: ActionLayer['objects'];
  readonly objectRow: Uint32Array;
}

/** The actions of each behaviour, as docs/methods/co-action.md defines them. `onProgress` tells of the comparison of texts. */
export function actionLayers(
  columns: MentionColumns,
  behaviours: readonly Behaviour[],
  onProgress?: ProgressListener,
): readonly ActionLayer[] {
  return behaviours.map((behaviour) => {
    const { mention, object, objectCount, objects, objectRow } = actsOf(columns, behaviour, onProgress);
    const account = mention.map((row) => columns.account[row]!);
    const time = Float64Array.from(mention, (row) => columns.publishedAt[row]!);
    const actions = { behaviour, length: mention.length, account, object, time, mention };
    return {
      objects,
      objectRow,
      actions: sortActions({ ...actions, accountCount: columns.accounts.length, objectCount }),
    };
  });
}

function actsOf(columns: MentionColumns, behaviour: Behaviour, onProgress?: ProgressListener): Acts {
  switch (behaviour) {
    case 'CO_REPOST': {
      const originals = repostOriginals(columns);
      return actsOnMentions(columns, (row) => originals[row]!);
    }
    case 'CO_REPLY':
      return actsOnMentions(columns, (row) => (columns.kind[row] === REPLY ? parentCode(columns, row) : NO_ROW));
    case 'CO_LINK':
      return actsOnCarried(columns, columns.links);
    case 'CO_HASHTAG':
      return actsOnCarried(columns, columns.hashtags);
    case 'CO_TEXT':
      return textActs(columns, onProgress);
  }
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

/** Links or hashtags. A repost repeats its parent's without adding a choice: it is counted as CO_REPOST only. */
function actsOnCarried(columns: MentionColumns, carried: ObjectColumns): Acts {
  const rows: number[] = [];
  for (let i = 0; i < carried.length; i++) if (columns.kind[carried.mention[i]!] !== REPOST) rows.push(i);
  rows.sort((a, b) => carried.mention[a]! - carried.mention[b]! || carried.object[a]! - carried.object[b]!);
  const distinct = rows.filter((i, at) => {
    const before = rows[at - 1];
    return (
      before === undefined ||
      carried.mention[before] !== carried.mention[i] ||
      carried.object[before] !== carried.object[i]
    );
  });
  return {
    mention: Uint32Array.from(distinct, (i) => carried.mention[i]!),
    object: Uint32Array.from(distinct, (i) => carried.object[i]!),
    objectCount: carried.values.length,
    objects: { length: carried.values.length, at: (code) => carried.values[code]! },
    objectRow: new Uint32Array(carried.values.length).fill(NO_ROW),
  };
}
