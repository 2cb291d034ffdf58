import { MENTION_KINDS, mentionId, STREAMS } from '#domain/mention.js';
import type { TransferredMention } from '#domain/transfer/transfer-records.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';
import { mentionKeys } from './mention-keys.js';

interface MentionRow {
  readonly id: number;
  readonly platform_id: number;
  readonly native_id: string;
  readonly kind: number | null;
  readonly stream: number | null;
  readonly account: string | null;
  readonly published_at: number | null;
  readonly parent_native_id: string | null;
  readonly text: string;
  readonly urls: string | null;
  readonly hashtags: string | null;
  readonly media_hashes: string | null;
  readonly region_code: string | null;
  readonly language: string | null;
  readonly import_id: number | null;
  readonly import_line: number | null;
}

const READ = `SELECT m.id, m.platform_id, m.native_id, m.kind, m.stream, a.pseudonym AS account, m.published_at,
    p.native_id AS parent_native_id, m.text, m.urls, m.hashtags, m.media_hashes, m.region_code, m.language,
    m.import_id, m.import_line
  FROM mention m LEFT JOIN account a ON a.id = m.account_id LEFT JOIN mention p ON p.id = m.parent_id
  WHERE m.id > ? ORDER BY m.id LIMIT ?`;
const ACCOUNTS = `SELECT a.id, a.pseudonym FROM json_each(?) j
  CROSS JOIN account a INDEXED BY account_by_pseudonym ON a.pseudonym = j.value`;
const FACTS = ['kind', 'stream', 'account_id', 'published_at', 'parent_id', 'text', 'urls', 'hashtags', 'media_hashes'];
const COLUMNS = [...FACTS, 'region_code', 'language', 'import_id', 'import_line'];
const FILL = `UPDATE mention SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
const FORGET_TEXTS = `INSERT INTO mention_text (mention_text, rowid, text) SELECT 'delete', m.id, m.text
  FROM json_each(?) j CROSS JOIN mention m ON m.id = j.value WHERE m.text <> ''`;
const LEARN_TEXTS = `INSERT INTO mention_text (rowid, text)
  SELECT m.id, m.text FROM json_each(?) j CROSS JOIN mention m ON m.id = j.value WHERE m.text <> ''`;

/** Every mention is a placeholder first, as are the parents that it names, and is filled in: in whatever order they come. */
export function mentionTransfer(database: Database, platforms: Platforms): KindTransfer<'mentions'> {
  const toRecord = (row: MentionRow): TransferredMention => {
    const platform = platforms.name(row.platform_id);
    return {
      id: mentionId(platform, row.native_id),
      platform,
      nativeId: row.native_id,
      kind: row.kind === null ? null : MENTION_KINDS[row.kind]!,
      stream: row.stream === null ? null : STREAMS[row.stream]!,
      accountId: row.account,
      publishedAt: row.published_at,
      parentId: row.parent_native_id === null ? null : mentionId(platform, row.parent_native_id),
      text: row.text,
      urls: listOf(row.urls),
      hashtags: listOf(row.hashtags),
      mediaHashes: listOf(row.media_hashes),
      regionCode: row.region_code,
      language: row.language,
      importId: row.import_id,
      importLine: row.import_line,
    };
  };
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM mention'),
    read: (after) => readSlice<'mentions', MentionRow>(database, READ, [after?.[0] ?? 0], toRecord, ({ id }) => [id]),
    write: (records) => writeMentions(database, platforms, records),
  };
}

function writeMentions(database: Database, platforms: Platforms, records: readonly TransferredMention[]): void {
  const parents = records.map(({ parentId }) => parentId).filter((id) => id !== null);
  const keys = mentionKeys(database, platforms, [...records.map(({ id }) => id), ...parents], 'make');
  const accounts = accountKeys(database, records);
  const ids = JSON.stringify(records.map(({ id }) => keys.get(id)!).sort((a, b) => a - b));
  database.run(FORGET_TEXTS, ids);
  const fill = database.prepare(FILL);
  for (const mention of records) {
    const { kind, stream, accountId, parentId } = mention;
    fill.run(
      kind === null ? null : MENTION_KINDS.indexOf(kind),
      stream === null ? null : STREAMS.indexOf(stream),
      accountId === null ? null : accounts.get(accountId)!,
      mention.publishedAt,
      parentId === null ? null : keys.get(parentId)!,
      mention.text,
      listColumn(mention.urls),
      listColumn(mention.hashtags),
      listColumn(mention.mediaHashes),
      mention.regionCode,
      mention.language,
      mention.importId,
      mention.importLine,
      keys.get(mention.id)!,
    );
  }
  database.run(LEARN_TEXTS, ids);
}

function accountKeys(database: Database, records: readonly TransferredMention[]): Map<string, number> {
  const named = new Set(records.map(({ accountId }) => accountId).filter((id) => id !== null));
  const rows = database.all<{ id: number; pseudonym: string }>(ACCOUNTS, JSON.stringify([...named]));
  return new Map(rows.map(({ id, pseudonym }) => [pseudonym, id]));
}

function listOf(column: string | null): string[] {
  return column === null ? [] : (JSON.parse(column) as string[]);
}

function listColumn(values: readonly string[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values);
}
