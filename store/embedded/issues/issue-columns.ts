import { mentionId } from '#domain/mention.js';
import { type ColumnAccount, type MentionColumns, MOST_TEXT } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';
import type { CarriedColumns, ProgressListener } from '#domain/ports/issue-store.js';
import { type ColumnRow, ColumnsBuilder, needsTexts } from '../../issues/columns/columns-builder.js';
import { NUMBER_KEYS } from '../../issues/columns/key-codes.js';
import { TimeOrder } from '../../issues/columns/time-order.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';

type Row = [
  key: number,
  publishedAt: number,
  kind: number,
  stream: number,
  platformId: number,
  accountKey: number,
  parentKey: number | null,
  nativeId: string,
  regionCode: string | null,
  urls: string | null,
  hashtags: string | null,
  mediaHashes: string | null,
  text: string | null,
];

const SLICE = 20_000;
/** A slice is one string of JSON, which SQLite bounds: with texts it is of fewer rows. */
const SLICE_WITH_TEXTS = 4000;
const scan = (
  slice: number,
  text: string,
) => `SELECT json_group_array(json_array(i.mention_id, i.published_at, i.kind, i.stream, i.platform_id,
    m.account_id, m.parent_id, m.native_id, m.region_code, m.urls, m.hashtags, m.media_hashes,
    ${text})) AS rows
  FROM (SELECT * FROM issue_mention WHERE issue_id = ? AND (published_at, mention_id) > (?, ?)
    ORDER BY published_at, mention_id LIMIT ${slice}) i CROSS JOIN mention m ON m.id = i.mention_id`;
const SCAN = scan(SLICE, 'NULL');
const SCAN_WITH_TEXTS = scan(SLICE_WITH_TEXTS, `substr(m.text, 1, ${MOST_TEXT})`);
const ACCOUNTS = `SELECT json_group_array(json_array(a.pseudonym, a.followers, a.news_outlet, a.agency_id, a.layer)) AS rows
  FROM json_each(?) j CROSS JOIN account a ON a.id = j.value`;
const IDS = `SELECT json_group_array(json_array(m.platform_id, m.native_id)) AS rows
  FROM json_each(?) j CROSS JOIN mention m ON m.id = j.value`;
const NOTHING: readonly string[] = [];
const BEFORE_ALL_TIME = -8_640_000_000_000_001;

/** Streams an issue out of the store as columns. */
export class IssueColumns {
  readonly #database: Database;
  readonly #platforms: Platforms;

  constructor(database: Database, platforms: Platforms) {
    this.#database = database;
    this.#platforms = platforms;
  }

  read(issueKey: number, onProgress: ProgressListener | undefined, carry?: CarriedColumns): MentionColumns {
    const count = 'SELECT count(*) AS count FROM issue_mention WHERE issue_id = ?';
    const total = this.#database.get<{ count: number }>(count, issueKey)!.count;
    const builder = new ColumnsBuilder(NUMBER_KEYS, carry);
    for (const rows of this.#inOrder(issueKey, needsTexts(carry) ? SCAN_WITH_TEXTS : SCAN)) {
      for (const row of rows) builder.add(row);
      onProgress?.(builder.length, total);
    }
    return builder.build(this.#accounts(builder.accounts.keys()), this.#ids(builder.parents.keys()));
  }

  *#inOrder(issueKey: number, sql: string): Iterable<ColumnRow<number>[]> {
    const order = new TimeOrder<number>();
    let after: [number, number] = [BEFORE_ALL_TIME, 0];
    for (;;) {
      const { rows } = this.#database.get<{ rows: string }>(sql, issueKey, ...after)!;
      const slice = (JSON.parse(rows) as Row[]).map((row) => this.#row(row));
      const last = slice.at(-1);
      if (last === undefined) break;
      after = [last.publishedAt, last.key];
      yield order.take(slice);
    }
    yield order.rest();
  }

  #row([key, publishedAt, kind, stream, platformId, accountKey, parentKey, nativeId, ...rest]: Row): ColumnRow<number> {
    const [regionCode, urls, hashtags, mediaHashes, text] = rest;
    const platform = this.#platforms.name(platformId);
    const id = mentionId(platform, nativeId);
    const lists = { urls: listOf(urls), hashtags: listOf(hashtags), mediaHashes: listOf(mediaHashes) };
    return { key, id, publishedAt, kind, stream, platform, accountKey, parentKey, regionCode, ...lists, text };
  }

  #accounts(keys: Uint32Array): ColumnAccount[] {
    const accounts: ColumnAccount[] = [];
    for (const [id, followers, newsOutlet, agencyId, layer] of this.#named<AccountColumns>(ACCOUNTS, keys))
      accounts.push({ id, followers, newsOutlet: newsOutlet === 1, agencyId, layer });
    return accounts;
  }

  #ids(keys: Uint32Array): PackedStrings {
    const ids = new PackedStrings();
    for (const [platformId, nativeId] of this.#named<[number, string]>(IDS, keys))
      ids.push(mentionId(this.#platforms.name(platformId), nativeId));
    return ids;
  }

  /** What the keys stand for, in their order: the list drives the join. */
  *#named<Columns>(sql: string, keys: Uint32Array): Iterable<Columns> {
    for (let from = 0; from < keys.length; from += SLICE) {
      const slice = JSON.stringify([...keys.subarray(from, from + SLICE)]);
      yield* JSON.parse(this.#database.get<{ rows: string }>(sql, slice)!.rows) as Columns[];
    }
  }
}

type AccountColumns = [
  id: string,
  followers: number | null,
  newsOutlet: number | null,
  agencyId: string | null,
  layer: string | null,
];

function listOf(column: string | null): readonly string[] {
  return column === null ? NOTHING : (JSON.parse(column) as string[]);
}
