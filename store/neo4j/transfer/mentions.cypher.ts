export const COUNT_MENTIONS = 'MATCH (m:MentionKey) RETURN count(m) AS count';

export const READ_MENTIONS = `
MATCH (m:MentionKey) WHERE m.id > $after
RETURN m {.id, .kind, .stream, .accountId, .publishedAt, .parentId, .text, .urls, .hashtags, .mediaHashes, .regionCode,
  .language, .importId, .importLine} AS record
ORDER BY m.id LIMIT $rows`;

/** Mentions and the parents that they name; ADD_MENTIONS of an import fills them in. */
export const PUT_MENTION_KEYS = `
UNWIND $ids AS id
MERGE (:MentionKey {id: id})`;
