import type { MentionColumns } from '#domain/mention-columns.js';
import { type Acts, actsOn } from './acts.js';
import { carriedActs, carriedByMention } from './carried-acts.js';
import { Names } from './names.js';

const FEWEST = 2;

/** One hashtag is an object. */
export function hashtagActs(columns: MentionColumns): Acts {
  return carriedActs(columns, columns.hashtags, (code) => folded(columns.hashtags.values[code]!));
}

/**
 * All the hashtags of a mention are one object, where it has two or more: in any order, or in its own order. Sequences are
 * those of Pacheco et al. (2021), whose campaigns copy a text with its tags.
 */
export function hashtagListActs(columns: MentionColumns, inOrder: boolean): Acts {
  const tags = columns.hashtags.values.map(folded);
  const names = new Names();
  const mention: number[] = [];
  const object: number[] = [];
  for (const [row, codes] of carriedByMention(columns, columns.hashtags)) {
    const own = Array.from(new Set(codes.map((code) => tags[code]!)));
    if (own.length < FEWEST) continue;
    const list = inOrder ? own : own.sort();
    mention.push(row);
    object.push(names.codeOf(JSON.stringify(list), list.join(' ')));
  }
  return actsOn(Uint32Array.from(mention), Uint32Array.from(object), names.values);
}

/** As an import folds them; a store that was filled otherwise may hold other spellings. */
function folded(hashtag: string): string {
  return hashtag.normalize('NFKC').toLowerCase();
}
