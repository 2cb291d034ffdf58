import { MENTION_KINDS, type Mention, mentionId, STREAMS } from '#domain/mention.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';

export interface MentionRow {
  readonly key: number;
  readonly platform_id: number;
  readonly native_id: string;
  readonly kind: number;
  readonly stream: number;
  readonly account: string;
  readonly published_at: number;
  readonly parent_native_id: string | null;
  readonly text: string;
  readonly urls: string | null;
  readonly hashtags: string | null;
  readonly media_hashes: string | null;
  readonly region_code: string | null;
  readonly language: string | null;
}

const COLUMNS = `SELECT m.id AS key, m.platform_id, m.native_id, m.kind, m.stream, a.pseudonym AS account, m.published_at,
    p.native_id AS parent_native_id, m.text, m.urls, m.hashtags, m.media_hashes, m.region_code, m.language`;
const JOINS = 'JOIN account a ON a.id = m.account_id LEFT JOIN mention p ON p.id = m.parent_id';
const BY_KEY = `${COLUMNS} FROM json_each(?) j CROSS JOIN mention m ON m.id = j.value ${JOINS}`;
const BY_NATIVE_ID = `${COLUMNS} FROM json_each(?2) j CROSS JOIN mention m INDEXED BY mention_by_native_id
  ON m.platform_id = ?1 AND m.native_id = j.value ${JOINS} WHERE m.published_at IS NOT NULL`;

export function mentionsByKey(database: Database, keys: readonly number[]): MentionRow[] {
  return database.all(BY_KEY, JSON.stringify(keys));
}

export function mentionsByNativeId(database: Database, platformId: number, nativeIds: readonly string[]): MentionRow[] {
  return database.all(BY_NATIVE_ID, platformId, JSON.stringify(nativeIds));
}

/** A parent is of its child's platform. */
export function readMention(platforms: Platforms, row: MentionRow): Mention {
  const platform = platforms.name(row.platform_id);
  return {
    id: mentionId(platform, row.native_id),
    platform,
    nativeId: row.native_id,
    kind: MENTION_KINDS[row.kind]!,
    stream: STREAMS[row.stream]!,
    accountId: row.account,
    publishedAt: row.published_at,
    parentId: row.parent_native_id === null ? null : mentionId(platform, row.parent_native_id),
    text: row.text,
    urls: listOf(row.urls),
    hashtags: listOf(row.hashtags),
    mediaHashes: listOf(row.media_hashes),
    regionCode: row.region_code,
    language: row.language,
  };
}

function listOf(column: string | null): string[] {
  return column === null ? [] : (JSON.parse(column) as string[]);
}
