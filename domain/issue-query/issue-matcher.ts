import type { Mention } from '../mention.js';

/** What a query can see of a mention. */
export interface MatchableMention
  extends Pick<Mention, 'platform' | 'publishedAt' | 'regionCode' | 'text' | 'urls' | 'hashtags'> {
  readonly accountHandle: string | null;
  readonly accountNativeId: string;
}

/**
 * A parsed query, ready to be asked. An issue holds every mention that `matches`, and every response to a mention in the
 * issue (REPOST, REPLY, QUOTE) that is `withinScope`: an issue spreads by what is made of its posts, whether or not the
 * response repeats their words.
 */
export interface IssueMatcher {
  matches(mention: MatchableMention): boolean;
  /** The conditions on platform, region and date that the whole query must meet. */
  withinScope(mention: Pick<MatchableMention, 'platform' | 'publishedAt' | 'regionCode'>): boolean;
}
