import type { IssueMatcher } from '#domain/issue-query/issue-matcher.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';
import type { MatchableMentions } from './matchable-mentions.js';

/** Few: one of them may have a hundred thousand responses. */
const PARENTS_SLICE = 500;

const PREPARE = 'CREATE TEMP TABLE IF NOT EXISTS rebuilt (id INTEGER PRIMARY KEY); DELETE FROM temp.rebuilt';
const KEEP = 'INSERT INTO temp.rebuilt SELECT value FROM json_each(?)';
const RESPONSES = `SELECT m.id, m.platform_id, m.published_at, m.region_code
  FROM json_each(?) j CROSS JOIN mention m INDEXED BY mention_by_parent ON m.parent_id = j.value
  WHERE m.published_at IS NOT NULL AND m.id NOT IN temp.rebuilt`;
// In the order of the table: rows are then added at its end instead of all over it.
const REPLACE = `INSERT INTO issue_mention
  SELECT ?, m.published_at, m.id, m.platform_id, m.stream, m.kind FROM temp.rebuilt t CROSS JOIN mention m ON m.id = t.id
  ORDER BY m.published_at, m.id`;

interface ResponseRow {
  readonly id: number;
  readonly platform_id: number;
  readonly published_at: number;
  readonly region_code: string | null;
}

/** Matches all stored mentions anew and puts the result in the place of the old, inside the caller's transaction. */
export function rebuildMembership(
  parts: { database: Database; platforms: Platforms; mentions: MatchableMentions },
  issueId: number,
  matcher: IssueMatcher,
  onProgress: ProgressListener | undefined,
): void {
  const { database } = parts;
  const total = database.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM mention')!.id;
  database.exec(PREPARE);
  const members: number[] = [];
  for (const { rows, lastId } of parts.mentions.scan()) {
    const matching = rows.filter(({ mention }) => matcher.matches(mention)).map(({ id }) => id);
    database.run(KEEP, JSON.stringify(matching));
    for (const id of matching) members.push(id);
    onProgress?.(lastId, total);
  }
  while (members.length > 0) {
    const parents = JSON.stringify(members.splice(-PARENTS_SLICE));
    const responses = database
      .all<ResponseRow>(RESPONSES, parents)
      .filter((row) => matcher.withinScope(scopeOf(row, parts.platforms)))
      .map(({ id }) => id);
    database.run(KEEP, JSON.stringify(responses));
    for (const id of responses) members.push(id);
  }
  database.run('DELETE FROM issue_mention WHERE issue_id = ?', issueId);
  database.run(REPLACE, issueId);
  database.exec('DELETE FROM temp.rebuilt');
}

function scopeOf({ platform_id, published_at, region_code }: ResponseRow, platforms: Platforms) {
  return { platform: platforms.name(platform_id), publishedAt: published_at, regionCode: region_code };
}
