/*
 * The statements of a batch, in the order in which they run. Rows come sorted by key, so that two writers take their
 * locks in one order. Removing `locked`, which is never there, takes the write lock of a node and writes nothing.
 */

/** New ones stay without a native id until ADD_ACCOUNTS. */
export const LOCK_ACCOUNTS = `UNWIND $ids AS id
MERGE (a:Account {id: id})
REMOVE a.locked
WITH a
RETURN a {.id, .nativeId, .handle, .displayName, .followers, .createdAt, .newsOutlet, .agencyId, .layer,
  .toldAt} AS account`;

/** `named`: some mention names it as its parent, if only one that was never imported. */
export const LOCK_MENTIONS = `UNWIND $ids AS id
MERGE (m:MentionKey {id: id})
REMOVE m.locked
WITH m
RETURN m {.id, .kind, .stream, .accountId, .publishedAt, .parentId, .text, .urls, .hashtags, .mediaHashes, .regionCode,
  .language, .importId, .importLine, .seenBy, .seenLine} AS mention,
  m.publishedAt IS NULL AND EXISTS { (m)<-[:RESPONDS_TO]-() } AS named`;

/** The chains of parents above these. */
export const ANCESTORS = `UNWIND $ids AS id
MATCH (:MentionKey {id: id})-[:RESPONDS_TO*0..]->(m:MentionKey)
RETURN DISTINCT m.id AS id, m.parentId AS parentId`;

export const WRITE_ACCOUNTS = `UNWIND $rows AS row
MATCH (a:Account {id: row.id}) SET a += row.facts`;

export const DECLARE_ACCOUNTS = `UNWIND $rows AS row
MATCH (a:Account {id: row.id})
OPTIONAL MATCH (a)-[old:DECLARED_BY]->(g) WHERE g.id <> row.agencyId
DELETE old
WITH DISTINCT a, row
MATCH (g:Agency {id: row.agencyId})
MERGE (a)-[d:DECLARED_BY]->(g) SET d.layer = row.layer`;

/** What no mention before this batch was: nothing to look for, everything to create. */
export const ADD_MENTIONS = `UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id})
SET m:Mention, m += row.facts
WITH m, row
MATCH (a:Account {id: row.accountId})
CREATE (a)-[:POSTED {at: row.at}]->(m)`;

export const CHANGE_MENTIONS = `UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id}) SET m += row.facts`;

/** Of mentions that had no parent before. */
export const ADD_PARENTS = `UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id})
MATCH (parent:MentionKey {id: row.parentId})
CREATE (m)-[:RESPONDS_TO {kind: row.kind, at: row.at}]->(parent)`;

/** Lists that changed are written anew. */
export const DROP_OBJECTS = `UNWIND $ids AS id
MATCH (m:MentionKey {id: id})
MATCH (m)-[c:CARRIES]->()
DELETE c`;

const ADD_OBJECTS = `UNWIND $rows AS row
MERGE (o:Object {key: row.key}) ON CREATE SET o.value = row.value`;
const CARRY = `WITH o, row
MATCH (m:MentionKey {id: row.id})
CREATE (m)-[:CARRIES {at: row.at}]->(o)`;

export const ADD_HASHTAGS = `${ADD_OBJECTS}, o:Hashtag
${CARRY}`;

export const ADD_URLS = `${ADD_OBJECTS}, o:Url
${CARRY}`;

export const ADD_MEDIA = `${ADD_OBJECTS}, o:Media
${CARRY}`;

/** Stored before this import, and brought by it again. */
export const MARK_SEEN = `UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id}) SET m.seenBy = $importId, m.seenLine = row.line`;

/** What the locks made and no row that was taken needs. */
export const DROP_UNUSED_MENTIONS = `UNWIND $ids AS id
MATCH (m:MentionKey {id: id}) WHERE NOT m:Mention AND NOT EXISTS { (m)--() }
DELETE m`;

export const DROP_UNUSED_ACCOUNTS = `UNWIND $ids AS id
MATCH (a:Account {id: id}) WHERE a.nativeId IS NULL
DELETE a`;
