/**
 * Control characters, those that turn the direction of what follows, and those that are none and that XML forbids: a title
 * must not change how a page reads.
 */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
/** Lone surrogates: they are no text and would not survive being written as UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text that came from outside, cut to `longest` characters; escaping is the renderer's. */
export function outsideText(text: string, longest = 200): string {
  const clean = text.replace(UNSAFE, ' ').replace(LONE_SURROGATE, '\ufffd');
  return clean.length <= longest ? clean : `${[...clean].slice(0, longest - 1).join('')}…`;
}

const PLATFORM_HOSTS =
  /(^|\.)(x\.com|twitter\.com|t\.co|tiktok\.com|instagram\.com|facebook\.com|fb\.com|fb\.watch|bsky\.app|threads\.(net|com)|youtube\.com|youtu\.be|t\.me|weibo\.(com|cn)|linkedin\.com|reddit\.com|wa\.me)$/;

/**
 * A link as a report may show it: without query, fragment and credentials, and of links into a social platform the host
 * alone, since their paths name accounts and posts.
 */
export function shownLink(link: string, withheld: string): string {
  const url = parsed(link);
  if (url === null) return withheld;
  if (PLATFORM_HOSTS.test(url.hostname)) return `${url.hostname}/… (${withheld})`;
  return outsideText(`${url.host}${url.pathname === '/' ? '' : url.pathname}`, 90);
}

function parsed(link: string): URL | null {
  try {
    return new URL(/^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`);
  } catch {
    return null;
  }
}
