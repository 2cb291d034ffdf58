import type { AccountLayer } from '#domain/account.js';
import type { MentionKind, Stream } from '#domain/mention.js';
import type { StoredAccount } from '../../ingest/batch-accounts.js';
import type { StoredMention } from '../../ingest/batch-mentions.js';
import type { Cypher } from '../connection.js';
import {
  FAR_ANCESTORS,
  LOCK_ACCOUNTS,
  LOCK_MENTIONS,
  NEAR_ANCESTORS,
  READ_ACCOUNTS,
  READ_MENTIONS,
} from './batch-rows.cypher.js';
import type { NaturalKey, ReadyBatch } from './ready-batch.js';

interface AccountRow {
  readonly account: {
    readonly id: string;
    readonly handle: string | null;
    readonly displayName: string | null;
    readonly followers: number | null;
    readonly createdAt: number | null;
    readonly newsOutlet: boolean | null;
    readonly agencyId: string | null;
    readonly layer: AccountLayer | null;
    readonly toldAt: number | null;
  };
}

interface MentionRow {
  readonly mention: {
    readonly id: string;
    readonly kind: MentionKind | null;
    readonly stream: Stream | null;
    readonly accountId: string | null;
    readonly publishedAt: number | null;
    readonly parentId: string | null;
    readonly text: string | null;
    readonly urls: readonly string[] | null;
    readonly hashtags: readonly string[] | null;
    readonly mediaHashes: readonly string[] | null;
    readonly regionCode: string | null;
    readonly language: string | null;
    readonly importId: number | null;
    readonly importLine: number | null;
    readonly seenBy: number | null;
    readonly seenLine: number | null;
  };
}

const EMPTY: readonly string[] = [];

/** What is stored of the accounts, mentions and parents that a batch names. */
export interface BatchReads {
  readonly accounts: readonly StoredAccount<string>[];
  readonly mentions: readonly StoredMention<string>[];
}

/** Locks what a batch names, in order of the ids, and gives what was stored of it before. */
export function lockBatch(cypher: Cypher, importId: number, batch: ReadyBatch): Promise<BatchReads> {
  return readStored(cypher, importId, batch, LOCK_ACCOUNTS, LOCK_MENTIONS);
}

/** The same without locks: another transaction may change it. */
export function readBatch(cypher: Cypher, importId: number, batch: ReadyBatch): Promise<BatchReads> {
  return readStored(cypher, importId, batch, READ_ACCOUNTS, READ_MENTIONS);
}

async function readStored(
  cypher: Cypher,
  importId: number,
  { accountIds, mentionIds, natural }: ReadyBatch,
  accountsOf: string,
  mentionsOf: string,
): Promise<BatchReads> {
  const [accounts, mentions] = await Promise.all([
    cypher.run<AccountRow>(accountsOf, { ids: accountIds }),
    cypher.run<MentionRow>(mentionsOf, { ids: mentionIds }),
  ]);
  return {
    accounts: accounts.map(({ account: { id, ...facts } }) => ({ key: id, pseudonym: id, ...facts })),
    mentions: mentions.map(({ mention }) => storedMention(mention, natural.get(mention.id)!, importId)),
  };
}

function storedMention(row: MentionRow['mention'], natural: NaturalKey, importId: number): StoredMention<string> {
  const brought = row.importId === importId ? row.importLine : null;
  const seen = brought ?? (row.seenBy === importId ? row.seenLine : null);
  return {
    key: row.id,
    ...natural,
    kind: row.kind,
    stream: row.stream,
    accountKey: row.accountId,
    publishedAt: row.publishedAt,
    parentKey: row.parentId,
    text: row.text ?? '',
    urls: row.urls ?? EMPTY,
    hashtags: row.hashtags ?? EMPTY,
    mediaHashes: row.mediaHashes ?? EMPTY,
    regionCode: row.regionCode,
    language: row.language,
    seen,
  };
}

/**
 * The parents of stored mentions that the batch does not name, for its search for circles. Only a mention that something
 * responds to, or that gets its parent late, can close one: without any, nothing is read.
 */
export async function readAncestors(
  cypher: Cypher,
  stored: readonly StoredMention<string>[],
): Promise<ReadonlyMap<string, string | null>> {
  const here = new Set(stored.map(({ key }) => key));
  if (stored.every(({ publishedAt, parentKey }) => publishedAt !== null && parentKey !== null)) return new Map();
  const starts = new Set<string>();
  for (const { parentKey } of stored) if (parentKey !== null && !here.has(parentKey)) starts.add(parentKey);
  if (starts.size === 0) return new Map();
  return walkUp(cypher, [...starts]);
}

/** So many starts at most go up far at once: their chains may be one, and each start brings all of it. */
const FEW = 50;

/** Each mention is read about once, however long the chains are and however many starts lie on one of them. */
async function walkUp(cypher: Cypher, starts: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const parents = new Map<string, string | null>();
  for (let ids = starts; ids.length > 0; ) {
    const statement = ids.length > FEW ? NEAR_ANCESTORS : FAR_ANCESTORS;
    const rows = await cypher.run<{ id: string; parentId: string | null }>(statement, { ids });
    for (const { id, parentId } of rows) parents.set(id, parentId);
    const above = new Set(rows.flatMap(({ parentId }) => (parentId === null || parents.has(parentId) ? [] : parentId)));
    ids = [...above];
  }
  return parents;
}
