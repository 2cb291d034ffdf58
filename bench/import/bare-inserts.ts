import { join } from 'node:path';
import type { MentionRecord } from '#domain/ingest-record.js';
import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import { readMapping } from '#graph-jobs/ingest/formats/csv-mapping.js';
import { readFormat } from '#graph-jobs/ingest/formats/read-format.js';
import { BATCH_ROWS } from '#graph-jobs/ingest/import-file.js';
import { SourceFile } from '#graph-jobs/ingest/read/source-file.js';
import { keyedPseudonyms, pseudonymKey } from '#platform/pseudonym.js';
import { Database } from '#store/embedded/database.js';
import { openStore } from '#store/open-store.js';
import type { Measured } from './measured.js';

const ACCOUNT = 'INSERT INTO account (id, platform_id, native_id, pseudonym) VALUES (?, 1, ?, ?)';
const MENTION = `INSERT INTO mention
  (id, platform_id, native_id, kind, stream, account_id, published_at, parent_id, text, language)
  VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`;
const TEXT = 'INSERT INTO mention_text (rowid, text) VALUES (?, ?)';

interface PreparedRow {
  readonly id: number;
  readonly accountId: number;
  /** Set on the first row of an account. */
  readonly pseudonym: string | null;
  readonly parentId: number | null;
  readonly mention: MentionRecord;
}

/**
 * What the binding gives at best: the same rows into the same tables and indices, by nothing but prepared INSERTs in
 * transactions of the same size. Reading, ids, pseudonyms and the search for parents are done outside the clock.
 */
export async function bareInserts(file: string, mapping: string, folder: string): Promise<Measured> {
  await (await openStore({ dataFolder: folder })).close();
  const database = new Database(join(folder, 'jejaring.db'));
  database.run("INSERT OR IGNORE INTO platform (id, name) VALUES (1, 'weibo')");
  let [rows, milliseconds] = [0, 0];
  for await (const batch of preparedBatches(file, mapping, folder)) {
    const started = performance.now();
    database.transaction(() => insertAll(database, batch));
    milliseconds += performance.now() - started;
    rows += batch.length;
  }
  database.close();
  return { rows, seconds: milliseconds / 1000 };
}

function insertAll(database: Database, batch: readonly PreparedRow[]): void {
  const [account, post, text] = [database.prepare(ACCOUNT), database.prepare(MENTION), database.prepare(TEXT)];
  for (const { id, accountId, pseudonym, parentId, mention } of batch) {
    const { nativeId, kind, stream, publishedAt, language } = mention;
    if (pseudonym !== null) account.run(accountId, mention.account.nativeId, pseudonym);
    const [kindCode, streamCode] = [MENTION_KINDS.indexOf(kind), STREAMS.indexOf(stream)];
    post.run(id, nativeId, kindCode, streamCode, accountId, publishedAt, parentId, mention.text, language);
    if (mention.text !== '') text.run(id, mention.text);
  }
}

async function* preparedBatches(file: string, mapping: string, folder: string): AsyncGenerator<PreparedRow[]> {
  const pseudonymize = keyedPseudonyms(pseudonymKey(folder));
  const accounts = new Map<string, number>();
  const mentions = new Map<string, number>();
  let batch: PreparedRow[] = [];
  const options = { now: Date.now(), mapping: readMapping(mapping) };
  for await (const parsed of readFormat('csv', await SourceFile.open(file), options)) {
    for (const one of parsed) {
      if (one.fault !== undefined || one.row.record.type !== 'mention') continue;
      const { mention } = one.row.record;
      if (mentions.has(mention.nativeId)) continue;
      const id = mentions.size + 1;
      const known = accounts.get(mention.account.nativeId);
      const accountId = known ?? accounts.size + 1;
      const pseudonym = known === undefined ? pseudonymize('weibo', mention.account.nativeId) : null;
      accounts.set(mention.account.nativeId, accountId);
      batch.push({ id, accountId, pseudonym, parentId: mentions.get(mention.parentNativeId ?? '') ?? null, mention });
      mentions.set(mention.nativeId, id);
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  }
  yield batch;
}
