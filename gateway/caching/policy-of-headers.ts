import { type CachePolicy, cachePolicy } from './cache-policy.js';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Headers that every request of ours has alike; an answer that varies by others may be for one request alone. */
const ALIKE = ['accept', 'accept-encoding', 'content-type', 'origin'];

/**
 * What the headers of an answer allow (RFC 9111, for a shared cache). Stricter than it must be: what is written in a way
 * that can be read twice is not kept, and what does not say `public` is kept for its caller alone, since each request
 * carries who asks.
 */
export function policyOfHeaders(headers: Headers): CachePolicy | null {
  const directives = directivesOf(textOf(headers['cache-control']));
  if (directives === null || directives.has('no-store') || directives.has('no-cache')) return null;
  const varies = textOf(headers.vary)
    .split(',')
    .map((name) => name.trim().toLowerCase());
  if (varies.some((name) => name !== '' && !ALIKE.includes(name))) return null;
  const isPrivate = directives.has('private') || !directives.has('public');
  const maxAge = secondsOf((isPrivate ? undefined : directives.get('s-maxage')) ?? directives.get('max-age'));
  const age = headers.age === undefined ? 0 : secondsOf(textOf(headers.age));
  return maxAge === null || age === null ? null : cachePolicy(maxAge - age, isPrivate);
}

/** Null where one stands there twice or in quotes. */
function directivesOf(header: string): Map<string, string> | null {
  const directives = new Map<string, string>();
  if (header.includes('"')) return null;
  for (const part of header.split(',')) {
    const [name = '', value = ''] = part.split('=', 2).map((text) => text.trim().toLowerCase());
    if (name === '') continue;
    if (directives.has(name)) return null;
    directives.set(name, value);
  }
  return directives;
}

function secondsOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : (header ?? []).join(',');
}
