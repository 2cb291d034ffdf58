import type { SpreadNetwork } from '#domain/spread-map.js';
import type { Neo4jConnection } from '#store/neo4j/connection.js';

const MAKE = `MERGE (i:Issue {id: $issueId}) SET i.membership = $membership
WITH i
CALL (i) {
  UNWIND $accounts AS id
  MERGE (a:Account {id: id})
  CREATE (a)-[:POSTED {at: 0}]->(m:MentionKey:Mention {id: $issueId + id, accountId: id, kind: 'ORIGINAL', publishedAt: 0})
  CREATE (m)-[:IN_ISSUE {membership: $membership, at: 0, mentionId: m.id, stream: 'SOCIAL', kind: 'ORIGINAL'}]->(i)
}
WITH DISTINCT i
UNWIND $responses AS row
MATCH (a:Account {id: row.account})
MATCH (parent:MentionKey {id: $issueId + row.to})
CREATE (a)-[:POSTED {at: 1}]->(m:MentionKey:Mention {id: $issueId + row.id, accountId: row.account, kind: row.kind,
  parentId: parent.id, publishedAt: 1})
CREATE (m)-[:RESPONDS_TO {kind: row.kind, at: 1}]->(parent)
CREATE (m)-[:IN_ISSUE {membership: row.membership, at: 1, mentionId: m.id, stream: 'SOCIAL', kind: row.kind}]->(i)`;

/** Name of a node's account, in another order than the nodes are. */
export const accountOf = (node: number) => `a${(node * 7919) % 1000}-${node}`;

/** Mentions in Neo4j of which the spread network is this one, and others that must make no edge. */
export async function makeSpreadGraph(connection: Neo4jConnection, issueId: string, network: SpreadNetwork) {
  const membership = 7;
  const response = (id: string, from: number, to: number, more: object = {}) => ({
    ...{ id, account: accountOf(from), to: accountOf(to), kind: 'REPOST', membership },
    ...more,
  });
  const responses = Array.from(network.source, (amplified, edge) =>
    Array.from({ length: network.weight[edge]! }, (_, time) =>
      response(`e${edge}-${time}`, network.target[edge]!, amplified, { kind: time % 2 === 0 ? 'REPOST' : 'REPLY' }),
    ),
  ).flat();
  const none = [
    response('self', 0, 0),
    response('original', 0, 1, { kind: 'ORIGINAL' }),
    response('pending', 0, 1, { membership: membership + 1 }),
  ];
  const accounts = Array.from({ length: network.nodes }, (_, node) => accountOf(node));
  const parameters = { issueId, membership, accounts, responses: [...responses, ...none] };
  await connection.write((cypher) => cypher.run(MAKE, parameters));
}
