import { MENTION_KINDS, type Mention, STREAMS } from '#domain/mention.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { MentionFilter, MentionOrder, MentionStore } from '#domain/ports/mention-store.js';
import type { TimelineBucket } from '#domain/run-document.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import { checkBuckets, MOST_TIMELINE_ROWS, timelineBuckets } from '../../timeline-buckets.js';
import type { Database } from '../database.js';
import type { HeavyReads } from '../heavy-reads.js';
import type { Platforms } from '../platforms.js';
import { mentionsByKey, mentionsByNativeId, readMention } from './hydrate-mentions.js';
import { type MentionSelection, selectMentions } from './mention-selection.js';
import { textQuery } from './text-query.js';

/** Up to this many matches, sorting them all is quicker than walking through time until a page is full. */
const RARE_TEXT = 20_000;
const COUNT_TEXT = `SELECT count(*) AS count FROM (SELECT 1 FROM mention_text WHERE mention_text MATCH ? LIMIT ${RARE_TEXT + 1})`;
/** Issues are few: each is asked by the key of its memberships. */
const OUTSIDE_ISSUES = `SELECT m.id AS id FROM mention m INDEXED BY mention_by_time
  WHERE m.published_at IS NOT NULL AND m.published_at >= ? AND m.published_at < ? AND (m.published_at, m.id) > (?, ?)
    AND NOT EXISTS (SELECT 1 FROM issue s CROSS JOIN issue_mention i
      ON i.issue_id = s.id AND i.published_at = m.published_at AND i.mention_id = m.id)
  ORDER BY m.published_at, m.id LIMIT ?`;

export class EmbeddedMentionStore implements MentionStore {
  readonly #database: Database;
  readonly #heavy: HeavyReads;
  readonly #platforms: Platforms;

  constructor(database: Database, heavy: HeavyReads, platforms: Platforms) {
    this.#database = database;
    this.#heavy = heavy;
    this.#platforms = platforms;
  }

  async get(ids: readonly string[]): Promise<readonly (Mention | null)[]> {
    const byPlatform = new Map<string, string[]>();
    for (const id of ids) {
      const colon = id.indexOf(':');
      const platform = id.slice(0, Math.max(colon, 0));
      const nativeIds = byPlatform.get(platform) ?? [];
      nativeIds.push(id.slice(colon + 1));
      byPlatform.set(platform, nativeIds);
    }
    const found = new Map<string, Mention>();
    for (const [platform, nativeIds] of byPlatform) {
      const platformId = this.#platforms.find(platform);
      if (platformId === undefined) continue;
      for (const row of mentionsByNativeId(this.#database, platformId, nativeIds)) {
        const mention = readMention(this.#platforms, row);
        found.set(mention.id, mention);
      }
    }
    return ids.map((id) => found.get(id) ?? null);
  }

  async page(filter: MentionFilter, order: MentionOrder, request: PageRequest): Promise<Page<Mention>> {
    const list = `mentions ${order}`;
    const after = keysetAfter(list, ['number', 'number'], request);
    const { from, where, values, time, id } = await this.#select(filter);
    const [sign, direction] = order === 'NEWEST' ? ['<', 'DESC'] : ['>', 'ASC'];
    const seek = after === null ? '' : ` AND (${time}, ${id}) ${sign} (?, ?)`;
    const sql = `SELECT ${id} AS id FROM ${from} WHERE ${where}${seek}
      ORDER BY ${time} ${direction}, ${id} ${direction} LIMIT ?`;
    const all = [...values, ...(after ?? []), request.first + 1];
    const reads = filter.text === undefined ? this.#database : this.#heavy;
    return this.#pageOf(list, request, await reads.all<KeyRow>(sql, ...all));
  }

  async outsideIssues(from: number, to: number, request: PageRequest): Promise<Page<Mention>> {
    const list = 'mentions outside issues';
    const [time, id] = keysetAfter(list, ['number', 'number'], request) ?? [from, -1];
    // The index is sought by the first bound alone: `from` would walk all pages before this one again.
    const keys = await this.#heavy.all<KeyRow>(OUTSIDE_ISSUES, time!, to, time!, id!, request.first + 1);
    return this.#pageOf(list, request, keys);
  }

  async count(filter: MentionFilter): Promise<number> {
    const { from, where, values } = await this.#select(filter);
    const sql = `SELECT count(*) AS count FROM ${from} WHERE ${where}`;
    return (await this.#heavy.all<{ count: number }>(sql, ...values))[0]!.count;
  }

  async timeline(filter: MentionFilter, bucketMs: number, offsetMs: number): Promise<readonly TimelineBucket[]> {
    checkBuckets(bucketMs, offsetMs);
    const { from, where, values, time, stream, kind } = await this.#select(filter);
    // The remainder of a negative time is negative in SQL: twice, so that buckets before 1970 start where others do.
    const sql = `SELECT ${time} - (((${time} - ?1) % ?2 + ?2) % ?2) AS start, ${stream} AS stream, ${kind} AS kind,
        count(*) AS count FROM ${from} WHERE ${where} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ?`
      .replaceAll('?1', String(offsetMs))
      .replaceAll('?2', String(bucketMs));
    const rows = await this.#heavy.all<BucketRow>(sql, ...values, MOST_TIMELINE_ROWS);
    const named = rows.map((row) => ({ ...row, stream: STREAMS[row.stream]!, kind: MENTION_KINDS[row.kind]! }));
    return timelineBuckets(named, bucketMs);
  }

  #pageOf(list: string, request: PageRequest, keys: readonly KeyRow[]): Page<Mention> {
    const found = mentionsByKey(
      this.#database,
      keys.map(({ id }) => id),
    );
    const rows = new Map(found.map((row) => [row.key, row]));
    const page = keysetPage(
      list,
      request,
      keys.map(({ id }) => rows.get(id)).filter((row) => row !== undefined),
      (row) => readMention(this.#platforms, row),
      (row) => [row.published_at, row.key],
    );
    // One that was deleted between the two reads makes the page shorter, and not the last.
    const isCut = keys.length > request.first && (page.items.length > 0 || request.first === 0);
    return { ...page, hasNextPage: isCut };
  }

  async #select(filter: MentionFilter): Promise<MentionSelection> {
    const text = filter.text === undefined ? undefined : await this.#text(textQuery(filter.text));
    return selectMentions(filter, {
      issueId: filter.issueId === undefined ? null : this.#key('SELECT id FROM issue WHERE slug = ?', filter.issueId),
      accountId:
        filter.accountId === undefined
          ? null
          : this.#key('SELECT id FROM account WHERE pseudonym = ?', filter.accountId),
      ...(filter.platforms === undefined ? {} : { platformIds: this.#platforms.idsOf(filter.platforms) }),
      ...(text === undefined ? {} : { text }),
    });
  }

  async #text(query: string): Promise<{ query: string; isRare: boolean }> {
    const [row] = await this.#heavy.all<{ count: number }>(COUNT_TEXT, query);
    return { query, isRare: row!.count <= RARE_TEXT };
  }

  #key(sql: string, value: string): number | null {
    return this.#database.get<{ id: number }>(sql, value)?.id ?? null;
  }
}

interface KeyRow {
  readonly id: number;
}

interface BucketRow {
  readonly start: number;
  readonly stream: number;
  readonly kind: number;
  readonly count: number;
}
