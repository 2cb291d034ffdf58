/** A link ends where plain ASCII does: in Chinese and Thai no space follows it. */
const LINK = /(?:https?:\/\/|www\.)[!-~]+/g;
const HANDLE = /@[\p{L}\p{N}\p{M}_.-]+/gu;
/** How Weibo quotes what is reposted: all that stands behind it is somebody else's. */
const QUOTED_REPOST = '//@';
/** How a repost was written by hand, and still is in exports of X. */
const REPOST_BY_HAND = 'rt @';
const LAST_HASHTAGS = /(?:#[^\s#]+#?\s*)+$/;

/**
 * A text as it is compared: NFKC, lower case, without links, handles and hashtags at its end; quotes of others cut off.
 * Empty where nothing is the author's own. White space and punctuation are left to the tokens.
 */
export function normalizeText(text: string): string {
  let own = text.normalize('NFKC').toLowerCase();
  if (own.includes('http') || own.includes('www.')) own = own.replace(LINK, ' ');
  if (own.includes('@')) {
    if (own.trimStart().startsWith(REPOST_BY_HAND)) return '';
    const quote = own.indexOf(QUOTED_REPOST);
    if (quote >= 0) own = own.slice(0, quote);
    if (own.includes('@')) own = own.replace(HANDLE, ' ');
  }
  return own.includes('#') ? own.trimEnd().replace(LAST_HASHTAGS, '') : own;
}
