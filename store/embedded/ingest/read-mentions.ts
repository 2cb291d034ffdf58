import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import type { StoredMention } from '../../ingest/batch-mentions.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';

interface MentionRow {
  id: number;
  native_id: string;
  kind: number | null;
  stream: number | null;
  account_id: number | null;
  published_at: number | null;
  parent_id: number | null;
  text: string;
  urls: string | null;
  hashtags: string | null;
  media_hashes: string | null;
  region_code: string | null;
  language: string | null;
  seen: number | null;
}

// import_id stays with the import that brought the mention first: import_line says "brought" only for that one.
const LOAD = `SELECT m.id, m.native_id, m.kind, m.stream, m.account_id, m.published_at, m.parent_id, m.text, m.urls,
    m.hashtags, m.media_hashes, m.region_code, m.language,
    coalesce(CASE WHEN m.import_id = ?1 THEN m.import_line END,
      (SELECT s.line FROM import_seen s WHERE s.import_id = ?1 AND s.mention_id = m.id)) AS seen
  FROM json_each(?3) j CROSS JOIN mention m INDEXED BY mention_by_native_id
    ON m.platform_id = ?2 AND m.native_id = j.value`;

const EMPTY: readonly string[] = [];

/** The stored ones, placeholders included, of the mentions that a batch names by platform. */
export function* readMentions(
  database: Database,
  platforms: Platforms,
  importId: number,
  named: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<StoredMention<number>> {
  for (const [platform, nativeIds] of named) {
    const platformId = platforms.findOrAdd(platform);
    for (const row of database.all<MentionRow>(LOAD, importId, platformId, JSON.stringify([...nativeIds])))
      yield {
        key: row.id,
        platform,
        nativeId: row.native_id,
        kind: row.kind === null ? null : MENTION_KINDS[row.kind]!,
        stream: row.stream === null ? null : STREAMS[row.stream]!,
        accountKey: row.account_id,
        publishedAt: row.published_at,
        parentKey: row.parent_id,
        text: row.text,
        urls: readList(row.urls),
        hashtags: readList(row.hashtags),
        mediaHashes: readList(row.media_hashes),
        regionCode: row.region_code,
        language: row.language,
        seen: row.seen,
      };
  }
}

function readList(json: string | null): readonly string[] {
  return json === null ? EMPTY : (JSON.parse(json) as string[]);
}
