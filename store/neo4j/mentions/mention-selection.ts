import type { MentionFilter } from '#domain/ports/mention-store.js';
import type { Parameters } from '../parameters.js';
import type { MENTION_PAGES } from './mention-selections.cypher.js';
import type { TextSearch } from './search-words.js';

export type MentionStart = keyof typeof MENTION_PAGES;

/** What a filter names, found in the store. */
export interface FoundNames {
  /** Null where the filter names no issue. */
  readonly membership: number | null;
  /** `isRare`: so few mentions match that they are the best place to start from. */
  readonly text: (TextSearch & { readonly isRare: boolean }) | null;
}

/**
 * The narrowest thing that has an index in order of time: a rare text, an account, an agency's accounts, an issue, a
 * region, or all mentions; the other conditions are asked of each row.
 */
export function startOf(filter: MentionFilter, text: FoundNames['text']): MentionStart {
  if (text?.isRare) return 'text';
  if (filter.accountId !== undefined) return 'account';
  if (filter.agencyId !== undefined) return 'agency';
  if (filter.issueId !== undefined) return 'issue';
  if (filter.regionCode !== undefined) return filter.regionCode.length === 2 ? 'province' : 'region';
  return 'all';
}

/** The start of a count or a timeline, which read all that match: words in the index are less than all mentions. */
export function wholeStartOf(filter: MentionFilter, text: FoundNames['text']): MentionStart {
  const start = startOf(filter, text);
  return start === 'all' && text !== null ? 'text' : start;
}

export type FilterParameters = Parameters & { readonly from: number; readonly until: number };

/** The filter as parameters of every selection. Times are whole, so that before `to` means up to the one before it. */
export function filterParameters(filter: MentionFilter, names: FoundNames, start: MentionStart): FilterParameters {
  return {
    from: filter.from ?? Number.MIN_SAFE_INTEGER,
    until: filter.to === undefined ? Number.MAX_SAFE_INTEGER : Math.ceil(filter.to) - 1,
    platforms: filter.platforms ?? null,
    kinds: filter.kinds ?? null,
    streams: filter.streams ?? null,
    regionCode: filter.regionCode ?? null,
    agencyId: filter.agencyId ?? null,
    accountId: filter.accountId ?? null,
    membership: names.membership,
    query: names.text?.query ?? null,
    phrases: (start === 'text' ? names.text?.left : names.text?.phrases) ?? null,
  };
}
