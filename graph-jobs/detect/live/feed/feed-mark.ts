import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ActionFileMapping } from '../../action-file/action-file-mapping.js';
import type { FeedPosition } from './feed-reader.js';

/** Which feed a position is in. */
export interface FeedMark {
  /** `-` is standard input. */
  readonly path: string;
  readonly mapping: ActionFileMapping;
}

export function feedMark(path: string, mapping: ActionFileMapping): FeedMark {
  return { path: path === '-' ? path : resolve(path), mapping };
}

/**
 * Whether reading goes on at this position; else the feed is read from its start. A file is known again by the bytes before
 * the position, not by its inode, which a new file often has from one that was deleted. Throws BAD_PARAMETERS for another
 * feed, or another reading of it: the actions of both would become one network.
 */
export function standsAt(position: FeedPosition, mark: FeedMark, path: string, mapping: ActionFileMapping): boolean {
  const now = feedMark(path, mapping);
  if (fieldsOf(mark.mapping) !== fieldsOf(mapping))
    throw otherFeed(`The state was made with ${fieldsOf(mark.mapping)}`);
  const stands = path !== '-' && mark.path !== '-' && hasBefore(path, position);
  if (!stands && mark.path !== now.path) throw otherFeed(`The state is of another feed, ${mark.path}`);
  return stands;
}

function fieldsOf({ object, account, time, content }: ActionFileMapping): string {
  return `object=${object},account=${account},time=${time}${content === undefined ? '' : `,content=${content}`}`;
}

function otherFeed(message: string): CodedError {
  return new CodedError('BAD_PARAMETERS', message, {
    at: '--state',
    hint: 'watch that feed, with the same options as then, or give another file to begin anew',
  });
}

function hasBefore(path: string, { offset, before }: FeedPosition): boolean {
  const expected = Buffer.from(before, 'base64');
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // Whoever reads the feed says why it cannot be read.
    return false;
  }
  try {
    const found = Buffer.alloc(expected.length);
    const length = readSync(file, found, 0, found.length, offset - found.length);
    return expected.equals(found.subarray(0, length));
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}
