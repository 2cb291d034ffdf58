// One thread and a seed, where an algorithm takes one: the same projection gives the same numbers.

/** First, since it tells of each node whose it is; the others speak of nodes by number. */
export const COMPONENTS = `CALL gds.wcc.stream($name, {relationshipTypes: ['AMPLIFIED'], concurrency: 1})
YIELD nodeId, componentId
RETURN nodeId AS node, componentId AS value, gds.util.asNode(nodeId).id AS account`;

export const LOUVAIN = `CALL gds.louvain.stream($name, {relationshipTypes: ['JOINED'], relationshipWeightProperty: 'weight',
  maxLevels: 20, maxIterations: 50, tolerance: 0.000001, concurrency: 1})
YIELD nodeId, communityId RETURN nodeId AS node, communityId AS value`;

export const LEIDEN = `CALL gds.leiden.stream($name, {relationshipTypes: ['JOINED'], relationshipWeightProperty: 'weight',
  gamma: $resolution, maxLevels: 20, randomSeed: $seed, concurrency: 1})
YIELD nodeId, communityId RETURN nodeId AS node, communityId AS value`;

export const PAGE_RANK = `CALL gds.pageRank.stream($name, {relationshipTypes: ['AMPLIFIED'], relationshipWeightProperty: 'weight',
  dampingFactor: 0.85, maxIterations: 200, tolerance: 1e-11, concurrency: 1})
YIELD nodeId, score RETURN nodeId AS node, score AS value`;

export const BETWEENNESS = `CALL gds.betweenness.stream($name, {relationshipTypes: ['AMPLIFIED'], concurrency: 1})
YIELD nodeId, score RETURN nodeId AS node, score AS value`;

export const SAMPLED_BETWEENNESS = `CALL gds.betweenness.stream($name, {relationshipTypes: ['AMPLIFIED'],
  samplingSize: $sources, samplingSeed: $seed, concurrency: 1})
YIELD nodeId, score RETURN nodeId AS node, score AS value`;
