import { createHash } from 'node:crypto';
import type { MentionState } from '../../ingest/batch-mentions.js';
import type { Cypher } from '../connection.js';
import { ADD_HASHTAGS, ADD_MEDIA, ADD_URLS, DROP_OBJECTS } from './batch-rows.cypher.js';
import { columnsOf } from './columns.js';

type Carrier = Pick<MentionState<string>, 'key' | 'publishedAt' | 'urls' | 'hashtags' | 'mediaHashes'>;

interface Carried {
  readonly key: string;
  readonly value: string;
  readonly id: string;
  readonly at: number | null;
}

const CARRIED = {
  key: ({ key }: Carried) => key,
  value: ({ value }: Carried) => value,
  id: ({ id }: Carried) => id,
  at: ({ at }: Carried) => at,
};

const KINDS = [
  { statement: ADD_HASHTAGS, prefix: 'tag', list: 'hashtags' },
  { statement: ADD_URLS, prefix: 'url', list: 'urls' },
  { statement: ADD_MEDIA, prefix: 'media', list: 'mediaHashes' },
] as const;

/** Entries of an index have room for some 8 kB. */
const LONGEST_KEY = 512;

/** Ties mentions to the objects that they carry; those of `again` are untied from all others first. */
export async function writeObjects(
  cypher: Cypher,
  fresh: readonly Carrier[],
  again: readonly Carrier[],
): Promise<void> {
  const writes: Promise<unknown>[] = [];
  if (again.length > 0) writes.push(cypher.run(DROP_OBJECTS, { ids: again.map(({ key }) => key) }));
  for (const { statement, prefix, list } of KINDS) {
    const rows: Carried[] = [];
    for (const mentions of [fresh, again])
      for (const mention of mentions)
        for (const value of new Set(mention[list]))
          rows.push({ key: objectKey(prefix, value), value, id: mention.key, at: mention.publishedAt });
    rows.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
    if (rows.length > 0) writes.push(cypher.run(statement, columnsOf(rows, CARRIED)));
  }
  await Promise.all(writes);
}

/** The key of an Object node: the kind and the value, or the value's SHA-256 where that is long. */
export function objectKey(prefix: string, value: string): string {
  if (Buffer.byteLength(value) <= LONGEST_KEY) return `${prefix}:${value}`;
  return `${prefix}:sha256:${createHash('sha256').update(value).digest('hex')}`;
}
