import { NO_ROW } from '#domain/mention-columns.js';
import { canonicalLink } from '../detect/actions/canonical-link.js';
import { NamedSources } from '../score/named-sources.js';
import type { FileMentions, NamedActions } from './file-mentions.js';

/** Names of objects that are looked for among the posts at once. */
const NAMES_AT_ONCE = 100_000;

export interface FileSources {
  /** How many codes there are: accounts have the first ones, then objects. */
  readonly count: number;
  /** Who or what an object comes from, as in an issue. */
  of(object: number): number;
  /** What the file leaves open; empty where nothing is. */
  readonly note: string;
}

/** Whether sources are accounts that stand in other rows of the file: these are looked for, of the objects that matter. */
export function needAuthors({ actions: { behaviour } }: NamedActions): boolean {
  return behaviour === 'CO_REPOST' || behaviour === 'CO_REPLY';
}

/**
 * The host of a link, whoever posted the original or first said a text, else the thing itself. An original that is not among
 * the posts of the file is a source of its own, as in an issue. `used` marks the objects of which authors are needed.
 */
export function fileSources(file: NamedActions, mentions: FileMentions, used: Uint8Array | null): FileSources {
  const { actions, accounts, objects } = file;
  const count = accounts.length + objects.length;
  const itself = (object: number) => accounts.length + object;
  if (actions.behaviour === 'CO_LINK') {
    const hosts = new NamedSources(objects.length, (object) => hostOf(objects.at(object)));
    return { count, of: (object) => accounts.length + hosts.of(object), note: '' };
  }
  // By (object, time): the first row of an object is the one that first said it.
  if (actions.behaviour === 'CO_TEXT')
    return { count, of: (object) => actions.account[actions.objectStart[object]!]!, note: '' };
  if (used === null) return { count, of: itself, note: '' };
  const authors = authorsOf(file, mentions, used);
  const sourceOf = (object: number) => (authors[object] === NO_ROW ? itself(object) : authors[object]!);
  return { count, of: sourceOf, note: authorsNote(file, authors, used) };
}

function hostOf(link: string): string {
  const canonical = canonicalLink(link);
  return URL.canParse(canonical) ? new URL(canonical).host : link;
}

/** By object: the account of the post that it is, NO_ROW where that post is not in the file. Some names are held at a time. */
function authorsOf(
  { objects, contents }: NamedActions,
  { account, publishedAt }: FileMentions,
  used: Uint8Array,
): Uint32Array {
  const authors = new Uint32Array(objects.length).fill(NO_ROW);
  if (contents === null) return authors;
  for (let next = 0; next < objects.length; ) {
    const wanted = new Map<string, number>();
    for (; next < objects.length && wanted.size < NAMES_AT_ONCE; next++)
      if (used[next] === 1) wanted.set(objects.at(next), next);
    if (wanted.size === 0) break;
    for (let code = 0; code < contents.length; code++) {
      const object = publishedAt[code] === Number.POSITIVE_INFINITY ? undefined : wanted.get(contents.at(code));
      if (object !== undefined) authors[object] = account[code]!;
    }
  }
  return authors;
}

function authorsNote({ contents }: NamedActions, authors: Uint32Array, used: Uint8Array): string {
  if (contents === null) return 'the file names no posts: each original counts as a source of its own';
  const all = used.reduce((sum, one) => sum + one, 0);
  const known = authors.reduce((sum, account) => sum + (account === NO_ROW ? 0 : 1), 0);
  if (known === all) return '';
  return `${known} of ${all} originals are in the file: each of the others counts as a source of its own`;
}
