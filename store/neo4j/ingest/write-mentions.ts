import { type MentionState, sameList } from '../../ingest/batch-mentions.js';
import type { Cypher } from '../connection.js';
import { searchWords } from '../mentions/search-words.js';
import { ADD_MENTIONS, ADD_PARENTS, CHANGE_MENTIONS } from './batch-rows.cypher.js';
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
  const changed = [...states].filter(({ change }) => change !== 'none').sort((a, b) => (a.key < b.key ? -1 : 1));
  const fresh = changed.filter(({ change }) => change === 'filled');
  const updated = changed.filter(({ change }) => change === 'updated');
  if (fresh.length > 0)
    await cypher.run(ADD_MENTIONS, {
      rows: fresh.map((state) => ({
        id: state.key,
        accountId: state.accountKey,
        at: state.publishedAt,
        facts: { ...identityOf(state, importId), ...contentOf(state) },
      })),
    });
  if (updated.length > 0)
    await cypher.run(CHANGE_MENTIONS, { rows: updated.map((state) => ({ id: state.key, facts: contentOf(state) })) });
  await addParents(cypher, changed);
  await writeObjects(cypher, fresh, updated.filter(listsChanged));
  return { fresh: fresh.map(({ key }) => key), updated: updated.map(({ key }) => key) };
}

async function addParents(cypher: Cypher, changed: readonly MentionState<string>[]): Promise<void> {
  const rows = changed
    .filter(({ parentKey, stored }) => parentKey !== null && (stored?.parentKey ?? null) === null)
    .map(({ key, parentKey, kind, publishedAt }) => ({ id: key, parentId: parentKey, kind, at: publishedAt }));
  if (rows.length > 0) await cypher.run(ADD_PARENTS, { rows });
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
