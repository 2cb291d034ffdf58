import type { Behaviour } from '#domain/action.js';
import type { ActionLayer } from '#domain/detection.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { textActs } from '../near-duplicates/text-acts.js';
import { sortActions } from '../sort-actions.js';
import type { Acts } from './acts.js';
import { canonicalLink } from './canonical-link.js';
import { carriedActs } from './carried-acts.js';
import { hashtagActs, hashtagListActs } from './hashtag-acts.js';
import { mediaActs } from './media-acts.js';
import { replyActs, repostActs } from './mention-acts.js';

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
    case 'CO_REPOST':
      return repostActs(columns);
    case 'CO_REPLY':
      return replyActs(columns);
    case 'CO_LINK':
      return carriedActs(columns, columns.links, (code) => canonicalLink(columns.links.values[code]!));
    case 'CO_HASHTAG':
      return hashtagActs(columns);
    case 'CO_HASHTAG_SET':
      return hashtagListActs(columns, false);
    case 'CO_HASHTAG_SEQUENCE':
      return hashtagListActs(columns, true);
    case 'CO_MEDIA':
      return mediaActs(columns);
    case 'CO_TEXT':
      return textActs(columns, onProgress);
  }
}
