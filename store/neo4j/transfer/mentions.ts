import type { TransferredMention } from '#domain/transfer/transfer-records.js';
import type { Cypher } from '../connection.js';
import { ADD_MENTIONS, ADD_PARENTS } from '../ingest/batch-rows.cypher.js';
import { mentionColumns, parentColumns } from '../ingest/mention-columns.js';
import { writeObjects } from '../ingest/write-objects.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';
import { COUNT_MENTIONS, PUT_MENTION_KEYS, READ_MENTIONS } from './mentions.cypher.js';

const ROWS = 5_000;

type MentionNode = Partial<TransferredMention> & { readonly id: string };

/** By the statements of an import, so that nothing tells afterwards how a mention came in. */
export const mentionTransfer: KindTransfer<'mentions'> = {
  count: (cypher) => countBy(cypher, COUNT_MENTIONS),
  read: (cypher, after) =>
    readSlice<'mentions', MentionNode>(
      cypher,
      READ_MENTIONS,
      { after: after?.[0] ?? '', rows: ROWS },
      readMention,
      ({ id }) => [id],
    ),
  write: writeMentions,
};

/** Platforms never hold ':'. A placeholder knows no more than its id. */
function readMention(node: MentionNode): TransferredMention {
  const colon = node.id.indexOf(':');
  return {
    id: node.id,
    platform: node.id.slice(0, colon),
    nativeId: node.id.slice(colon + 1),
    kind: node.kind ?? null,
    stream: node.stream ?? null,
    accountId: node.accountId ?? null,
    publishedAt: node.publishedAt ?? null,
    parentId: node.parentId ?? null,
    text: node.text ?? '',
    urls: node.urls ?? [],
    hashtags: node.hashtags ?? [],
    mediaHashes: node.mediaHashes ?? [],
    regionCode: node.regionCode ?? null,
    language: node.language ?? null,
    importId: node.importId ?? null,
    importLine: node.importLine ?? null,
  };
}

async function writeMentions(cypher: Cypher, records: readonly TransferredMention[]): Promise<void> {
  const named = records.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]));
  await cypher.run(PUT_MENTION_KEYS, { ids: [...new Set(named)] });
  const mentions = records.filter(({ publishedAt }) => publishedAt !== null);
  await cypher.run(ADD_MENTIONS, mentionColumns(mentions));
  await cypher.run(ADD_PARENTS, parentColumns(mentions.filter(({ parentId }) => parentId !== null)));
  const carriers = mentions.map((mention) => ({ ...mention, key: mention.id }));
  await writeObjects(cypher, carriers, []);
}
