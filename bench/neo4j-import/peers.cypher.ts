export const LOAD_ACCOUNTS = `LOAD CSV WITH HEADERS FROM 'file:///accounts.csv' AS row
CALL (row) {
  CREATE (:Account {id: row.id, platform: row.platform, nativeId: row.nativeId})
} IN TRANSACTIONS OF 10000 ROWS`;

export const LOAD_MENTIONS = `LOAD CSV WITH HEADERS FROM 'file:///mentions.csv' AS row
CALL (row) {
  MATCH (a:Account {id: row.accountId})
  CREATE (m:MentionKey:Mention {id: row.id, platform: row.platform, nativeId: row.nativeId, kind: row.kind,
    stream: row.stream, accountId: row.accountId, publishedAt: toInteger(row.publishedAt), parentId: nullIf(row.parentId, ''),
    text: row.text, words: nullIf(row.words, ''), language: nullIf(row.language, ''), importId: 1, importLine: toInteger(row.line)})
  CREATE (a)-[:POSTED {at: toInteger(row.publishedAt)}]->(m)
} IN TRANSACTIONS OF 10000 ROWS`;

export const LOAD_PLACEHOLDERS = `LOAD CSV WITH HEADERS FROM 'file:///placeholders.csv' AS row
CALL (row) {
  CREATE (:MentionKey {id: row.id})
} IN TRANSACTIONS OF 10000 ROWS`;

export const LOAD_PARENTS = `LOAD CSV WITH HEADERS FROM 'file:///mentions.csv' AS row
WITH row WHERE row.parentId <> ''
CALL (row) {
  MATCH (m:MentionKey {id: row.id})
  MATCH (parent:MentionKey {id: row.parentId})
  CREATE (m)-[:RESPONDS_TO {kind: row.kind, at: toInteger(row.publishedAt)}]->(parent)
} IN TRANSACTIONS OF 10000 ROWS`;

/** As LOAD_…, but so that a second run, or one that was cut off, doubles nothing: as our import is. */
export const MERGE_ACCOUNTS = `LOAD CSV WITH HEADERS FROM 'file:///accounts.csv' AS row
CALL (row) {
  MERGE (a:Account {id: row.id}) ON CREATE SET a.platform = row.platform, a.nativeId = row.nativeId
} IN TRANSACTIONS OF 10000 ROWS`;

export const MERGE_MENTIONS = `LOAD CSV WITH HEADERS FROM 'file:///mentions.csv' AS row
CALL (row) {
  MATCH (a:Account {id: row.accountId})
  MERGE (m:MentionKey {id: row.id}) ON CREATE SET m:Mention, m += {platform: row.platform, nativeId: row.nativeId,
    kind: row.kind, stream: row.stream, accountId: row.accountId, publishedAt: toInteger(row.publishedAt),
    parentId: nullIf(row.parentId, ''), text: row.text, words: nullIf(row.words, ''),
    language: nullIf(row.language, ''), importId: 1, importLine: toInteger(row.line)}
  MERGE (a)-[p:POSTED]->(m) ON CREATE SET p.at = toInteger(row.publishedAt)
} IN TRANSACTIONS OF 10000 ROWS`;

export const MERGE_PLACEHOLDERS = `LOAD CSV WITH HEADERS FROM 'file:///placeholders.csv' AS row
CALL (row) {
  MERGE (:MentionKey {id: row.id})
} IN TRANSACTIONS OF 10000 ROWS`;

export const MERGE_PARENTS = `LOAD CSV WITH HEADERS FROM 'file:///mentions.csv' AS row
WITH row WHERE row.parentId <> ''
CALL (row) {
  MATCH (m:MentionKey {id: row.id})
  MATCH (parent:MentionKey {id: row.parentId})
  MERGE (m)-[r:RESPONDS_TO]->(parent) ON CREATE SET r.kind = row.kind, r.at = toInteger(row.publishedAt)
} IN TRANSACTIONS OF 10000 ROWS`;

/** What a loop over rows does, idempotent as ours. */
export const ONE_ROW = `MERGE (a:Account {id: $row.accountId}) SET a.platform = $row.platform, a.nativeId = $row.accountNativeId
MERGE (m:MentionKey {id: $row.id}) SET m:Mention, m.platform = $row.platform, m.nativeId = $row.nativeId,
  m.kind = $row.kind, m.stream = $row.stream, m.accountId = $row.accountId, m.publishedAt = $row.publishedAt,
  m.parentId = $row.parentId, m.text = $row.text, m.words = $row.words, m.language = $row.language
MERGE (a)-[p:POSTED]->(m) SET p.at = $row.publishedAt
WITH m WHERE $row.parentId IS NOT NULL
MERGE (parent:MentionKey {id: $row.parentId})
MERGE (m)-[r:RESPONDS_TO]->(parent) SET r.kind = $row.kind, r.at = $row.publishedAt`;

export const WIPE = `MATCH (n) WHERE NOT n:Schema
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS`;

/** What has to be equal of two graphs. */
export const SHAPE = `CALL () { MATCH (a:Account) RETURN count(a) AS accounts }
CALL () { MATCH (m:Mention)
  RETURN count(m) AS mentions, sum(size(m.text)) AS text, sum(size(coalesce(m.words, ''))) AS words }
CALL () { MATCH (k:MentionKey) RETURN count(k) AS keys }
CALL () { MATCH ()-[p:POSTED]->() RETURN count(p) AS posted }
CALL () { MATCH ()-[r:RESPONDS_TO]->() RETURN count(r) AS responds }
CALL () { MATCH ()-[c:CARRIES]->() RETURN count(c) AS carries }
RETURN accounts, mentions, text, words, keys, posted, responds, carries`;
