// Statements that need Graph Data Science in the server: test/neo4j explains them (query-plans) and runs them (graph-engines).

/** Of a server without Graph Data Science there is no row. */
export const HAS_GDS = "SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name";

export const MOST_HEAP = `CALL gds.debug.sysInfo() YIELD key, value WHERE key = 'heapMaxInBytes'
RETURN value AS bytes`;

/**
 * The spread network of an issue, as graph-jobs/map/spread-network.ts makes it from columns: from who amplified to who was
 * amplified. Edges come in the order of account ids, so that the projection is the same in every database of this data.
 */
export const PROJECT_NETWORK = `MATCH (i:Issue {id: $issueId})<-[r:IN_ISSUE]-(child:Mention)-[:RESPONDS_TO]->(parent:Mention)-[p:IN_ISSUE]->(i)
WHERE r.membership = i.membership AND p.membership = i.membership AND child.kind <> 'ORIGINAL'
MATCH (child)<-[:POSTED]-(amplifier:Account)
MATCH (parent)<-[:POSTED]-(amplified:Account)
WHERE amplifier <> amplified
WITH amplified, amplifier, count(*) AS weight
WITH amplified, amplifier, weight ORDER BY amplified.id, amplifier.id
WITH gds.graph.project($name, amplifier, amplified,
  {relationshipType: 'AMPLIFIED', relationshipProperties: {weight: toFloat(weight)}}, {readConcurrency: 1}) AS graph,
  sum(weight) AS amplifications
RETURN graph.nodeCount AS nodes, graph.relationshipCount AS edges, amplifications`;

/** Both directions of a pair together, for communities. */
export const JOIN_DIRECTIONS = `CALL gds.graph.relationships.toUndirected($name,
  {relationshipType: 'AMPLIFIED', mutateRelationshipType: 'JOINED', aggregation: 'SUM', concurrency: 1})
YIELD relationshipsWritten RETURN relationshipsWritten`;

export const OUR_PROJECTIONS = `CALL gds.graph.list() YIELD graphName WHERE graphName STARTS WITH 'jejaring-'
RETURN graphName AS name`;

/** Projections somebody works on: whoever does holds a transaction open that names it, and loses it when it dies. */
export const PROJECTIONS_AT_WORK = `SHOW TRANSACTIONS YIELD metaData WHERE metaData.projection IS NOT NULL
RETURN metaData.projection AS name`;

export const DROP_PROJECTION = 'CALL gds.graph.drop($name, false) YIELD graphName RETURN graphName AS name';

export const END_WORK = `SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.projection = $name
TERMINATE TRANSACTIONS id YIELD message RETURN message`;
