import { canonicalLink } from '../../detect/actions/canonical-link.js';

const LINK = /https?:\/\/[!-~…]+/gi;
const CLOSING = /[)\]}>.,;:!?'"…]+$/;
const PATH = /^https?:\/\/[^/?#]+\/?/i;
const PATH_WORD = /(?<![a-z0-9])[a-z]{3,}(?![a-z0-9])/g;
/** Parts of addresses that say nothing of what a page is about. */
const OF_ADDRESSES = new Set(
  'html htm php asp aspx amp www com org net news berita read index page posts status story video videos photo photos permalink groups utm source medium campaign'.split(
    ' ',
  ),
);

/** The addresses in a text, as they stand there. */
export function linksOf(text: string): string[] {
  if (!/https?:/i.test(text)) return [];
  return (text.match(LINK) ?? []).map((link) => link.replace(CLOSING, ''));
}

/** What addresses in a text say in words: `…/2018/09/harga-bbm-naik.html` has three. */
export function linkWords(text: string): string[] {
  return linksOf(text).flatMap((link) =>
    (link.replace(PATH, '').toLowerCase().match(PATH_WORD) ?? []).filter((word) => !OF_ADDRESSES.has(word)),
  );
}

/** One spelling of an address, as CO_LINK has it; null for a bare site, which any text may name. */
export function pageOf(link: string): string | null {
  const canonical = canonicalLink(link.trim());
  if (!URL.canParse(canonical)) return null;
  const { protocol, pathname, search, hash } = new URL(canonical);
  if (!/^https?:$/.test(protocol)) return null;
  return pathname === '/' && search === '' && hash === '' ? null : canonical;
}
