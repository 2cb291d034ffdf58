import { type MentionState, sameList } from '../../ingest/batch-mentions.js';
import type { Cypher } from '../connection.js';
import { searchWords } from '../mentions/search-words.js';
import {
  ADD_MENTIONS,
  ADD_PARENTS,
  CHANGE_MENTIONS,
  CREATE_MENTIONS,
  CREATE_PLACEHOLDERS,
} from './batch-rows.cypher.js';
import { writeObjects } from './write-objects.js';

/** Which mentions a batch made or changed: `fresh` were no mentions before it. */
export interface WrittenMentions {
  readonly fresh: readonly string[];
  readonly updated: readonly string[];
}

/** Writes the states that a batch changed, and the relationships that follow from them. */
export async function writeMentions(
  cypher: Cypher,
  importId: number,
  states: Iterable<MentionState<string>>,
): Promise<WrittenMentions> {
  const all = [...states].sort((a, b) => (a.key < b.key ? -1 : 1));
  const fresh = all.filter(({ change }) => change === 'filled');
  const [created, filled] = [fresh.filter(isNew), fresh.filter((state) => !isNew(state))];
  const updated = all.filter(({ change }) => change === 'updated');
  const placeholders = all.filter((state) => isNew(state) && state.change === 'none').map(({ key }) => key);
  const rowOf = (state: MentionState<string>) => addedRow(state, importId);
  // Sent at once: the server does them one after the other, without waiting for us in between.
  const writes: Promise<unknown>[] = [];
  const write = (statement: string, list: 'rows' | 'ids', rows: readonly unknown[]) => {
    if (rows.length > 0) writes.push(cypher.run(statement, { [list]: rows }));
  };
  write(CREATE_PLACEHOLDERS, 'ids', placeholders);
  write(CREATE_MENTIONS, 'rows', created.map(rowOf));
  write(ADD_MENTIONS, 'rows', filled.map(rowOf));
  write(
    CHANGE_MENTIONS,
    'rows',
    updated.map((state) => ({ id: state.key, facts: contentOf(state) })),
  );
  write(ADD_PARENTS, 'rows', [...filled, ...updated].filter(getsParent).map(rowOf));
  writes.push(writeObjects(cypher, fresh, updated.filter(listsChanged)));
  await Promise.all(writes);
  return { fresh: fresh.map(({ key }) => key), updated: updated.map(({ key }) => key) };
}

function isNew({ stored }: MentionState<string>): boolean {
  return stored === null;
}

function getsParent({ parentKey, stored }: MentionState<string>): boolean {
  return parentKey !== null && (stored?.parentKey ?? null) === null;
}

function addedRow(state: MentionState<string>, importId: number) {
  const { key, accountKey, publishedAt, parentKey, kind } = state;
  const facts = { id: key, ...identityOf(state, importId), ...contentOf(state) };
  return { id: key, accountId: accountKey, at: publishedAt, parentId: parentKey, kind, facts };
}

function identityOf(state: MentionState<string>, importId: number) {
  const { platform, nativeId, kind, accountKey, publishedAt, importLine } = state;
  return { platform, nativeId, kind, accountId: accountKey, publishedAt, importId, importLine };
}

/** What may change when a source tells more, and what follows from it. */
export function contentOf(
  state: Pick<
    MentionState<string>,
    'stream' | 'parentKey' | 'text' | 'urls' | 'hashtags' | 'mediaHashes' | 'regionCode' | 'language'
  >,
) {
  const { stream, parentKey, text, urls, hashtags, mediaHashes, regionCode, language } = state;
  const content = { stream, parentId: parentKey, text, words: searchWords(text), regionCode, language };
  return {
    ...content,
    urls: listOf(urls),
    hashtags: listOf(hashtags),
    mediaHashes: listOf(mediaHashes),
    province: regionCode === null ? null : regionCode.slice(0, 2),
  };
}

function listOf(values: readonly string[]): readonly string[] | null {
  return values.length === 0 ? null : values;
}

function listsChanged({ stored, ...now }: MentionState<string>): boolean {
  return (
    stored === null ||
    !sameList(stored.urls, now.urls) ||
    !sameList(stored.hashtags, now.hashtags) ||
    !sameList(stored.mediaHashes, now.mediaHashes)
  );
}
