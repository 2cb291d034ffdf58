import { canonicalLink } from '../detect/actions/canonical-link.js';
import type { FileMentions, NamedActions } from './file-mentions.js';

export interface FileSources {
  /** Who or what an object comes from, as in an issue. */
  readonly of: (object: number) => string;
  /** What the file leaves open; empty where nothing is. */
  readonly note: string;
}

/**
 * Sources of the objects that `used` names: the host of a link, whoever posted the original or first said a text, else the
 * thing itself. An original that is not among the posts of the file is a source of its own, as in an issue.
 */
export function fileSources(file: NamedActions, mentions: FileMentions, used: ReadonlySet<number>): FileSources {
  const { actions, accounts, objects } = file;
  switch (actions.behaviour) {
    case 'CO_LINK':
      return { of: (object) => hostOf(objects.at(object)), note: '' };
    case 'CO_TEXT':
      // By (object, time): the first row of an object is the one that first said it.
      return { of: (object) => accounts.at(actions.account[actions.objectStart[object]!]!), note: '' };
    case 'CO_REPOST':
    case 'CO_REPLY': {
      const authors = authorsOf(file, mentions, used);
      return {
        of: (object) => (authors.has(object) ? accounts.at(authors.get(object)!) : objects.at(object)),
        note: authorsNote(file, authors.size, used.size),
      };
    }
    default:
      return { of: (object) => objects.at(object), note: '' };
  }
}

function hostOf(link: string): string {
  const canonical = canonicalLink(link);
  return URL.canParse(canonical) ? new URL(canonical).host : link;
}

/** The account of the post that an object is, where that post is in the file. */
function authorsOf(
  { objects, contents }: NamedActions,
  { account, publishedAt }: FileMentions,
  used: ReadonlySet<number>,
): Map<number, number> {
  const authors = new Map<number, number>();
  if (contents === null) return authors;
  const wanted = new Map(Array.from(used, (object) => [objects.at(object), object]));
  for (let code = 0; code < contents.length; code++) {
    const object = publishedAt[code] === Number.POSITIVE_INFINITY ? undefined : wanted.get(contents.at(code));
    if (object !== undefined) authors.set(object, account[code]!);
  }
  return authors;
}

function authorsNote({ contents }: NamedActions, known: number, all: number): string {
  if (contents === null) return 'the file names no posts: each original counts as a source of its own';
  if (known === all) return '';
  return `${known} of ${all} originals are in the file: each of the others counts as a source of its own`;
}
