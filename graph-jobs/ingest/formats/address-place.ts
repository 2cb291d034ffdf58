/** What an address says of the post behind it. */
export interface Place {
  readonly platform: string;
  /** The platform's own id of the post, or null where the address does not hold it. */
  readonly id: string | null;
  /** Of the account, without '@'; null where the address does not name it. */
  readonly handle: string | null;
  readonly host: string;
}

const SITES: Readonly<Record<string, string>> = {
  'x.com': 'x',
  'twitter.com': 'x',
  'facebook.com': 'facebook',
  'fb.com': 'facebook',
  'fb.watch': 'facebook',
  'instagram.com': 'instagram',
  'youtube.com': 'youtube',
  'youtu.be': 'youtube',
  'tiktok.com': 'tiktok',
  'threads.net': 'threads',
  'threads.com': 'threads',
  'reddit.com': 'reddit',
  'linkedin.com': 'linkedin',
  't.me': 'telegram',
  'bsky.app': 'bluesky',
  'pinterest.com': 'pinterest',
  'vk.com': 'vk',
};

/** The platform of everything that is published on a site of its own. */
export const WEB = 'web';

/** Reads an address; null for what is none. */
export function placeOf(address: string): Place | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '');
  const platform = SITES[host] ?? SITES[host.split('.').slice(-2).join('.')] ?? WEB;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  return { platform, host, ...postOf(platform, host, parts, url) };
}

/** The id that a platform knows a post by, where this text is its address; else the text. */
export function postId(text: string): string {
  return placeOf(text)?.id ?? text;
}

function postOf(platform: string, host: string, parts: readonly string[], url: URL) {
  const [first = '', second = '', third = '', fourth = ''] = parts;
  const none = { id: null, handle: null };
  if (platform === 'x') {
    const at = parts.findIndex((part) => part === 'status' || part === 'statuses');
    const id = at < 1 ? undefined : /^\d+/.exec(parts[at + 1] ?? '')?.[0];
    return id === undefined ? none : { id, handle: first === 'i' ? null : first };
  }
  if (platform === 'tiktok' && first.startsWith('@') && second === 'video' && /^\d+$/.test(third))
    return { id: third, handle: first.slice(1) };
  if (platform === 'youtube') {
    const id =
      host === 'youtu.be' ? first : first === 'shorts' || first === 'live' ? second : url.searchParams.get('v');
    return { id: id || null, handle: null };
  }
  if (platform === 'bluesky' && first === 'profile' && third === 'post' && second.startsWith('did:'))
    return { id: `at://${second}/app.bsky.feed.post/${fourth}`, handle: null };
  return none;
}
