import normalizeUrl from 'normalize-url';

/** What platforms and newsletters add to tell where a reader came from; none of them chooses what is shown. */
const TRACKING = [
  /^utm_\w+$/i,
  /^(gbraid|wbraid|dclid|gclid|gclsrc|gad_source|fbclid|msclkid|twclid|ttclid|yclid|igshid|igsh|srsltid|li_fat_id)$/i,
  /^(_ga|_gl|ga_\w+|mc_[ce]id|mkt_tok|_hs(enc|mi)|hsctatracking|vero_(id|conv)|oly_(anon|enc)_id|ml_subscriber(_hash)?)$/i,
  /^(fb_(action_(ids|types)|source|ref)|ref_(src|url)|at_(medium|campaign|custom\d|format)|wt_mc|cmpid|spm)$/i,
];
/** What tracks on one site, and might choose the page on another. */
const TRACKING_OF_HOST: readonly (readonly [host: RegExp, parameters: readonly string[]])[] = [
  [/^twitter\.com$/, ['s', 't']],
  [/^(youtube\.com|youtu\.be)$/, ['si', 'feature', 'pp']],
  [/^tiktok\.com$/, ['_r', '_t', 'is_from_webapp', 'sender_device', 'web_id', 'share_app_id', 'share_link_id']],
];
/** Hosts that show one page under two names. A leading `m.` is dropped of these alone: elsewhere it can be another site. */
const SAME_HOST: Readonly<Record<string, string>> = {
  'm.facebook.com': 'facebook.com',
  'mobile.twitter.com': 'twitter.com',
  'x.com': 'twitter.com',
  'mobile.x.com': 'twitter.com',
  'm.youtube.com': 'youtube.com',
  'm.tiktok.com': 'tiktok.com',
};
const MOST_PASSES = 4;
const GOOGLE_AMP = /^https:\/\/google\.[a-z.]+\/amp\/(s\/)?(.+)$/;
const AMP_CACHE = /^https:\/\/[\w-]+\.cdn\.ampproject\.org\/[cvi]\/(s\/)?(.+)$/;

/**
 * One spelling for the addresses of one page: https, lower-case host without `www.`, parameters sorted and without those
 * that track, no trailing slash and no fragment, unless an application keeps its page there (`#/`, `#!`). Addresses that
 * wrap another (Google's and the AMP project's caches) give the one inside. What is no web address stays as it came.
 */
export function canonicalLink(link: string): string {
  if (!/^https?:\/\//i.test(link)) return link;
  try {
    const plain = settled(link);
    const inner = GOOGLE_AMP.exec(plain)?.[2] ?? AMP_CACHE.exec(plain)?.[2];
    return inner === undefined ? plain : canonicalLink(`https://${inner}`);
  } catch {
    return link;
  }
}

/** Taking one thing away can lay bare another, as a fragment does the slash before it. */
function settled(link: string): string {
  let plain = normalized(link);
  for (let pass = 1; pass < MOST_PASSES; pass++) {
    const again = normalized(plain);
    if (again === plain) break;
    plain = again;
  }
  return plain;
}

function normalized(link: string): string {
  const url = new URL(
    normalizeUrl(link, { forceHttps: true, removeQueryParameters: TRACKING, stripTextFragment: true }),
  );
  url.hostname = SAME_HOST[url.hostname] ?? url.hostname;
  for (const [host, parameters] of TRACKING_OF_HOST) {
    if (host.test(url.hostname)) for (const parameter of parameters) url.searchParams.delete(parameter);
  }
  if (!/^#[!/]./.test(url.hash)) url.hash = '';
  // An empty query leaves its question mark otherwise.
  if (url.search === '') url.search = '';
  return url.search === '' && url.hash === '' ? url.href.replace(/\/$/, '') : url.href;
}
