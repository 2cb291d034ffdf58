/**
 * A graph with the proportions of a real one, since the planner chooses by counts: many mentions and accounts, few
 * issues, agencies and runs.
 */
export const PLAUSIBLE_GRAPH = [
  `UNWIND range(1, 500) AS n CREATE (:Region {code: 'r' + n, name: 'r', kind: 'CITY', parentCode: 'r' + (n % 30)})`,
  `UNWIND range(1, 500) AS n MATCH (r:Region {code: 'r' + n})
   CREATE (:Agency {id: 'g' + n, name: 'g', kind: 'UNIT', regionCode: r.code, parentId: 'g' + (n % 20)})-[:SERVES]->(r)`,
  `UNWIND range(1, 2000) AS n CREATE (a:Account {id: 'a' + n, platform: 'x', nativeId: '' + n})
   SET a.agencyId = CASE WHEN n % 20 = 0 THEN 'g' + n % 100 END, a.layer = CASE WHEN n % 20 = 0 THEN 'L1' END,
     a.newsOutlet = CASE WHEN n % 50 = 0 THEN true END, a.handleKey = CASE WHEN n % 20 = 0 THEN 'h' + n END`,
  `MATCH (a:Account) WHERE a.agencyId IS NOT NULL MATCH (g:Agency {id: a.agencyId}) CREATE (a)-[:DECLARED_BY {layer: 'L1'}]->(g)`,
  `UNWIND range(1, 10000) AS n MATCH (a:Account {id: 'a' + (n % 2000 + 1)})
   CREATE (a)-[:POSTED {at: n * 1000}]->(:MentionKey:Mention {id: 'x:' + n, platform: 'x', nativeId: '' + n,
     accountId: a.id, publishedAt: n * 1000, kind: 'REPOST', stream: 'SOCIAL', text: 't', words: ' t' + n % 100 + ' ',
     regionCode: 'r' + n % 500, province: 'r' + n % 30, importId: 1, importLine: n})`,
  `UNWIND range(1, 300) AS n CREATE (:MentionKey {id: 'y:' + n})`,
  `UNWIND range(2, 10000) AS n MATCH (m:MentionKey {id: 'x:' + n}) MATCH (p:MentionKey {id: 'x:' + (n / 5 + 1)})
   CREATE (m)-[:RESPONDS_TO {kind: 'REPOST', at: n}]->(p)`,
  `UNWIND range(1, 300) AS n CREATE (:Object:Hashtag {key: 'tag:' + n, value: '' + n})`,
  `UNWIND range(1, 4000) AS n MATCH (m:MentionKey {id: 'x:' + n}) MATCH (o:Object {key: 'tag:' + (n % 300 + 1)})
   CREATE (m)-[:CARRIES {at: n}]->(o)`,
  `UNWIND range(1, 20) AS n CREATE (i:Issue {id: 'i' + n, membership: n, ownerAgencyId: 'g' + n})
   CREATE (i)-[:HAD_QUERY]->(:IssueQuery {issueId: i.id, version: 1, query: 'q', since: 0})`,
  `UNWIND range(1, 6000) AS n MATCH (m:MentionKey {id: 'x:' + n}) MATCH (i:Issue {id: 'i' + (n % 20 + 1)})
   CREATE (m)-[:IN_ISSUE {membership: i.membership, at: n * 1000, mentionId: m.id, stream: 'SOCIAL', kind: 'REPOST'}]->(i)`,
  `UNWIND range(1, 60) AS n MATCH (i:Issue {id: 'i' + (n % 20 + 1)})
   CREATE (:Run {id: 'run' + n, key: n, issueId: i.id, startedAt: n, state: 'DONE'})-[:MAPS]->(i)
   CREATE (:RunDocument {runId: 'run' + n, document: '{}'})
   CREATE (:Job {id: 'j' + n, number: n, issueId: i.id, state: 'DONE'})
   CREATE (:Import {id: n, path: 'p' + n, rows: 1})`,
  `UNWIND range(1, 600) AS n MATCH (r:Run {id: 'run' + (n % 60 + 1)})
   CREATE (:Community {run: r.key, number: n, body: '{}'})-[:FOUND_BY]->(r)
   CREATE (:CoTimedGroup {id: 'f' + n, key: n, run: r.key, rank: n, body: '{}', stableId: 'f' + n % 40, reviewState: 'UNREVIEWED'})-[:FOUND_BY]->(r)`,
  `UNWIND range(1, 4000) AS n MATCH (a:Account {id: 'a' + (n % 2000 + 1)}) MATCH (b:Account {id: 'a' + (n % 1999 + 1)})
   MATCH (c:Community {run: n % 60 + 1, number: n % 600})
   CREATE (a)-[:MEMBER_OF {run: c.run, community: c.number, rank: n, amplified: n}]->(c)
   CREATE (a)-[:AMPLIFIED {run: n % 60 + 1, from: a.id, to: b.id, weight: n, outRank: n, inRank: n}]->(b)`,
  `UNWIND range(1, 2000) AS n MATCH (a:Account {id: 'a' + n}) MATCH (b:Account {id: 'a' + (n % 1999 + 1)})
   MATCH (g:CoTimedGroup {id: 'f' + (n % 600 + 1)})
   CREATE (a)-[:IN_GROUP {run: g.run, accountId: a.id, rank: n}]->(g)
   CREATE (a)-[:CO_TIMED {group: g.key, behaviour: 'CO_REPOST', weight: 1, objects: 1}]->(b)`,
  `UNWIND range(1, 6000) AS n MATCH (a:MentionKey {id: 'x:' + n}) MATCH (b:MentionKey {id: 'x:' + (n + 1)})
   CREATE (a)-[:CO_ACTED {group: n % 600, ordinal: n, from: 'a', to: 'b', behaviour: 'CO_REPOST', object: 'o'}]->(b)`,
  `UNWIND range(1, 600) AS n MATCH (r:Run {id: 'run' + (n % 60 + 1)}) MATCH (m:MentionKey {id: 'x:' + n})
   CREATE (r)-[:HAS_CASCADE {run: r.key, rank: n, size: 1}]->(m)`,
  `UNWIND range(1, 300) AS n CREATE (c:Claim {id: 'c' + n, texts: ['t'], appearances: [], reviews: '[]'})
   WITH c, n UNWIND range(1, 10) AS k MATCH (m:MentionKey {id: 'x:' + (n * 10 + k)})
   CREATE (m)-[:CANDIDATE_FOR {claimId: c.id, mentionId: m.id, score: 1.0 / k, byScore: -1.0 / k, method: 'retrieval',
     overlap: [0, 3], state: 'CANDIDATE', at: n}]->(c)
   CREATE (:ClaimDecision {id: 'd' + n + '-' + k, claimId: c.id, mentionId: m.id, number: 1, verdict: 'REJECTED', at: n})`,
  `UNWIND range(1, 2000) AS n CREATE (:EmergingSearch {id: 's' + n, at: n, byAt: -n, body: '{}'}),
     (:EmergingIssue {id: 'e' + n, searchId: 's' + n, foundTo: n, byFound: -n, place: n % 9, firstFrom: n, lastTo: n,
       state: 'CANDIDATE', body: '{}'}),
     (:EmergingDecision {id: 'd' + n, candidateId: 'e' + n, number: 1, verdict: 'DISMISSED', by: 'b', reason: 'r', at: n})`,
  `UNWIND ['import', 'run', 'group', 'membership', 'job'] AS name MERGE (s:Sequence {name: name}) SET s.value = 1000`,
] as const;
