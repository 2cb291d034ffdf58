import { MENTION_KINDS, type MentionKind, STREAMS, type Stream } from '#domain/mention.js';
import { type ColumnAccount, type MentionColumns, MOST_TEXT } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';
import type { CarriedColumns, ProgressListener } from '#domain/ports/issue-store.js';
import { type ColumnRow, ColumnsBuilder, needsTexts } from '../../issues/columns/columns-builder.js';
import { ID_KEYS } from '../../issues/columns/key-codes.js';
import { TimeOrder } from '../../issues/columns/time-order.js';
import { unknownIssue } from '../../issues/issue-faults.js';
import { COUNT_TIMEOUT, type Neo4jConnection, SERVER_TIMEOUT } from '../connection.js';
import { ACCOUNT_FACTS, COLUMNS_SLICE, MEMBER_COUNT, MEMBERSHIP_OF_ISSUE } from './columns.cypher.js';

interface Row {
  readonly id: string;
  readonly publishedAt: number;
  readonly kind: MentionKind;
  readonly stream: Stream;
  readonly accountId: string;
  readonly parentId: string | null;
  readonly regionCode: string | null;
  readonly platform: string;
  readonly urls: readonly string[] | null;
  readonly hashtags: readonly string[] | null;
  readonly mediaHashes: readonly string[] | null;
  readonly text: string | null;
}

const SLICE = 20_000;
/** Texts may be long: neither side holds more than some hundred mebibytes of them. */
const SLICE_WITH_TEXTS = 4000;
const BEFORE_ALL_TIME = -8_640_000_000_000_001;
const NOTHING: readonly string[] = [];

/** Streams an issue out of the store as columns; anew where a change of the query came between. Throws NOT_FOUND. */
export async function readColumns(
  connection: Neo4jConnection,
  issueId: string,
  onProgress: ProgressListener | undefined,
  carry: CarriedColumns = {},
): Promise<MentionColumns> {
  for (;;) {
    const membership = await membershipOf(connection, issueId);
    const columns = await columnsOfSet(connection, membership, onProgress, carry);
    if ((await membershipOf(connection, issueId)) === membership) return columns;
  }
}

async function membershipOf(connection: Neo4jConnection, issueId: string): Promise<number> {
  const [row] = await connection.read<{ membership: number }>(MEMBERSHIP_OF_ISSUE, { id: issueId });
  if (row === undefined) throw unknownIssue(issueId);
  return row.membership;
}

async function columnsOfSet(
  connection: Neo4jConnection,
  membership: number,
  onProgress: ProgressListener | undefined,
  carry: CarriedColumns,
): Promise<MentionColumns> {
  const [counted] = await connection.read<{ count: number }>(MEMBER_COUNT, { membership }, COUNT_TIMEOUT);
  const builder = new ColumnsBuilder(ID_KEYS, carry);
  for await (const rows of inOrder(connection, membership, needsTexts(carry))) {
    for (const row of rows) builder.add(row);
    onProgress?.(builder.length, counted!.count);
  }
  const accounts = await accountFacts(connection, builder.accounts.values);
  return builder.build(accounts, PackedStrings.from(builder.parents.values));
}

/** The server reads a slice while the one before is built. */
async function* inOrder(
  connection: Neo4jConnection,
  membership: number,
  texts: boolean,
): AsyncIterable<ColumnRow<string>[]> {
  const size = texts ? SLICE_WITH_TEXTS : SLICE;
  // Two more than are kept: a cut may leave half a surrogate pair, and the builder cuts that off.
  const mostText = texts ? MOST_TEXT + 2 : 0;
  const read = (at: number, id: string) =>
    connection.read<Row>(COLUMNS_SLICE, { membership, at, id, slice: size, mostText }, SERVER_TIMEOUT);
  const order = new TimeOrder<string>();
  let slice = await read(BEFORE_ALL_TIME, '');
  while (slice.length > 0) {
    const { publishedAt, id } = slice.at(-1)!;
    const next = slice.length < size ? Promise.resolve([]) : read(publishedAt, id);
    next.catch(() => undefined);
    yield order.take(slice.map(columnRow));
    slice = await next;
  }
  yield order.rest();
}

function columnRow(row: Row): ColumnRow<string> {
  return {
    key: row.id,
    id: row.id,
    publishedAt: row.publishedAt,
    kind: MENTION_KINDS.indexOf(row.kind),
    stream: STREAMS.indexOf(row.stream),
    platform: row.platform,
    accountKey: row.accountId,
    parentKey: row.parentId,
    regionCode: row.regionCode,
    urls: row.urls ?? NOTHING,
    hashtags: row.hashtags ?? NOTHING,
    mediaHashes: row.mediaHashes ?? NOTHING,
    text: row.text,
  };
}

async function accountFacts(connection: Neo4jConnection, ids: readonly string[]): Promise<ColumnAccount[]> {
  const accounts: ColumnAccount[] = [];
  for (let at = 0; at < ids.length; at += SLICE) {
    const slice = ids.slice(at, at + SLICE);
    const rows = await connection.read<ColumnAccount>(ACCOUNT_FACTS, { ids: slice }, SERVER_TIMEOUT);
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const id of slice) accounts.push(found.get(id)!);
  }
  return accounts;
}
