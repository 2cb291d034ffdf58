export const MEMBERSHIP_OF_ISSUE = 'MATCH (i:Issue {id: $id}) WHERE i.membership > 0 RETURN i.membership AS membership';

export const MEMBER_COUNT = `
MATCH ()-[r:IN_ISSUE]->() WHERE r.membership = $membership AND r.at IS NOT NULL AND r.mentionId IS NOT NULL
  AND r.stream IS NOT NULL AND r.kind IS NOT NULL
RETURN count(r) AS count`;

/** A slice in the order of the index: neither side holds more than one. Texts only where $mostText is not 0. */
export const COLUMNS_SLICE = `
MATCH (m:MentionKey)-[r:IN_ISSUE]->(:Issue)
WHERE r.membership = $membership AND r.at >= $at AND r.mentionId IS NOT NULL AND r.stream IS NOT NULL AND r.kind IS NOT NULL
  AND CASE WHEN r.at = $at THEN r.mentionId > $id ELSE true END
RETURN r.mentionId AS id, r.at AS publishedAt, r.kind AS kind, r.stream AS stream, m.accountId AS accountId,
  m.parentId AS parentId, m.regionCode AS regionCode, m.platform AS platform, m.urls AS urls, m.hashtags AS hashtags,
  m.mediaHashes AS mediaHashes,
  CASE WHEN $mostText > 0 AND r.kind <> 'REPOST' THEN left(m.text, $mostText) END AS text
ORDER BY r.membership, r.at, r.mentionId LIMIT $slice`;

export const ACCOUNT_FACTS = `
UNWIND $ids AS id
MATCH (a:Account {id: id})
RETURN a.id AS id, a.followers AS followers, coalesce(a.newsOutlet, false) AS newsOutlet, a.agencyId AS agencyId,
  a.layer AS layer`;
