export const MENTION = `m {.id, .platform, .nativeId, .kind, .stream, .accountId, .publishedAt, .parentId, .text, .urls,
  .hashtags, .mediaHashes, .regionCode, .language} AS mention`;

export const GET_MENTIONS = `UNWIND $ids AS id
MATCH (m:MentionKey {id: id}) WHERE m:Mention
RETURN ${MENTION}`;

/** Answered by the count store. */
export const COUNT_ALL_MENTIONS = 'MATCH (m:Mention) RETURN count(m) AS count';

/** The key of the relationships that count now; an issue whose first set is still being made is none yet. */
export const ISSUE_MEMBERSHIP = `MATCH (i:Issue {id: $issueId}) WHERE i.membership > 0
RETURN i.membership AS membership`;

/** Whether a text is rare: at most $most mentions hold it. */
export const COUNT_TEXT_HITS = `CALL db.index.fulltext.queryNodes('mention_text', $query, {limit: $most + 1}) YIELD node
RETURN count(node) AS hits`;
