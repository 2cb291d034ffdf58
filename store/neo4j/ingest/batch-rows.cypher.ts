/*
 * The statements of a batch, in the order in which they run. Rows come sorted by key, so that two writers take their
 * locks in one order. Removing `locked`, which is never there, takes the write lock of a node and writes nothing. What is
 * not stored yet cannot be locked: two writers that create the same node meet at its uniqueness constraint, and the one
 * that comes second does its batch again.
 *
 * What comes in large numbers is given as columns, a list for each field, and `i` goes through them.
 */

const ACCOUNT = `a {.id, .handle, .displayName, .followers, .createdAt, .newsOutlet, .agencyId, .layer, .toldAt} AS account`;

export const LOCK_ACCOUNTS = `UNWIND $ids AS id
MATCH (a:Account {id: id})
REMOVE a.locked
WITH a
RETURN ${ACCOUNT}`;

export const READ_ACCOUNTS = `UNWIND $ids AS id
MATCH (a:Account {id: id})
RETURN ${ACCOUNT}`;

const STORED_MENTION = `m {.id, .kind, .stream, .accountId, .publishedAt, .parentId, .text, .urls, .hashtags, .mediaHashes,
  .regionCode, .language, .importId, .importLine, .seenBy, .seenLine} AS mention`;

export const LOCK_MENTIONS = `UNWIND $ids AS id
MATCH (m:MentionKey {id: id})
REMOVE m.locked
WITH m
RETURN ${STORED_MENTION}`;

export const READ_MENTIONS = `UNWIND $ids AS id
MATCH (m:MentionKey {id: id})
RETURN ${STORED_MENTION}`;

const ancestors = (levels: number) => `UNWIND $ids AS id
MATCH (:MentionKey {id: id})-[:RESPONDS_TO*0..${levels}]->(m:MentionKey)
RETURN DISTINCT m.id AS id, m.parentId AS parentId`;

/** The next levels of the chains of parents above many, and above a few: a row for each start and level, before DISTINCT. */
export const NEAR_ANCESTORS = ancestors(16);
export const FAR_ANCESTORS = ancestors(500);

export const CREATE_ACCOUNTS = `UNWIND range(0, $last) AS i
CREATE (:Account {id: $id[i], platform: $platform[i], nativeId: $nativeId[i], handle: $handle[i],
  displayName: $displayName[i], followers: $followers[i], createdAt: $createdAt[i], newsOutlet: $newsOutlet[i],
  agencyId: $agencyId[i], layer: $layer[i], toldAt: $toldAt[i], handleKey: $handleKey[i]})`;

export const WRITE_ACCOUNTS = `UNWIND $rows AS row
MATCH (a:Account {id: row.id}) SET a += row.facts`;

export const DECLARE_ACCOUNTS = `UNWIND $rows AS row
MATCH (a:Account {id: row.id})
OPTIONAL MATCH (a)-[old:DECLARED_BY]->(g) WHERE g.id <> row.agencyId
DELETE old
WITH DISTINCT a, row
MATCH (g:Agency {id: row.agencyId})
MERGE (a)-[d:DECLARED_BY]->(g) SET d.layer = row.layer`;

/** Parents that are named and not there. */
export const CREATE_PLACEHOLDERS = `UNWIND $ids AS id
CREATE (:MentionKey {id: id})`;

const MENTION = `platform: $platform[i], nativeId: $nativeId[i], kind: $kind[i], stream: $stream[i],
  accountId: $accountId[i], publishedAt: $publishedAt[i], parentId: $parentId[i], text: $text[i], words: $words[i],
  urls: $urls[i], hashtags: $hashtags[i], mediaHashes: $mediaHashes[i], regionCode: $regionCode[i],
  province: $province[i], language: $language[i], importId: $importId[i], importLine: $importLine[i]`;

/** Nothing to look for but the two ends: a parent may come in the same rows. */
export const CREATE_MENTIONS = `UNWIND range(0, $last) AS i
MATCH (a:Account {id: $accountId[i]})
CREATE (m:MentionKey:Mention {id: $id[i], ${MENTION}})
CREATE (a)-[:POSTED {at: $publishedAt[i]}]->(m)
WITH m, i WHERE $parentId[i] IS NOT NULL
MATCH (parent:MentionKey {id: $parentId[i]})
CREATE (m)-[:RESPONDS_TO {kind: $kind[i], at: $publishedAt[i]}]->(parent)`;

/** Placeholders that are filled. */
export const ADD_MENTIONS = `UNWIND range(0, $last) AS i
MATCH (m:MentionKey {id: $id[i]})
SET m:Mention, m += {${MENTION}}
WITH m, i
MATCH (a:Account {id: $accountId[i]})
CREATE (a)-[:POSTED {at: $publishedAt[i]}]->(m)`;

export const CHANGE_MENTIONS = `UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id}) SET m += row.facts`;

/** Of mentions that had no parent before. */
export const ADD_PARENTS = `UNWIND range(0, $last) AS i
MATCH (m:MentionKey {id: $id[i]})
MATCH (parent:MentionKey {id: $parentId[i]})
CREATE (m)-[:RESPONDS_TO {kind: $kind[i], at: $publishedAt[i]}]->(parent)`;

/** Lists that changed are written anew. */
export const DROP_OBJECTS = `UNWIND $ids AS id
MATCH (m:MentionKey {id: id})
MATCH (m)-[c:CARRIES]->()
DELETE c`;

const ADD_OBJECTS = `UNWIND range(0, $last) AS i
MERGE (o:Object {key: $key[i]}) ON CREATE SET o.value = $value[i]`;
const CARRY = `WITH o, i
MATCH (m:MentionKey {id: $id[i]})
CREATE (m)-[:CARRIES {at: $at[i]}]->(o)`;

export const ADD_HASHTAGS = `${ADD_OBJECTS}, o:Hashtag
${CARRY}`;

export const ADD_URLS = `${ADD_OBJECTS}, o:Url
${CARRY}`;

export const ADD_MEDIA = `${ADD_OBJECTS}, o:Media
${CARRY}`;

/** Stored before this import, and brought by it again. */
export const MARK_SEEN = `UNWIND $rows AS row
MATCH (m:MentionKey {id: row.id}) SET m.seenBy = $importId, m.seenLine = row.line`;
