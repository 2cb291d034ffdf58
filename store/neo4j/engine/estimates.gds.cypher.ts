// Bytes that a network of a size would take; $undirected is the number of relationships with both directions of each.

export const ESTIMATE_PROJECTION = `CALL gds.graph.project.estimate('*', {AMPLIFIED: {type: '*', properties: {weight: {}}}},
  {nodeCount: $nodes, relationshipCount: $edges}) YIELD bytesMax RETURN bytesMax`;

export const ESTIMATE_JOINED = `CALL gds.graph.project.estimate('*', {JOINED: {type: '*', properties: {weight: {}}}},
  {nodeCount: $nodes, relationshipCount: $undirected}) YIELD bytesMax RETURN bytesMax`;

export const ESTIMATE_LOUVAIN = `CALL gds.louvain.stream.estimate({nodeProjection: '*', relationshipProjection: '*',
  nodeCount: $nodes, relationshipCount: $undirected}, {concurrency: 1}) YIELD bytesMax RETURN bytesMax`;

export const ESTIMATE_LEIDEN = `CALL gds.leiden.stream.estimate({nodeProjection: '*',
  relationshipProjection: {JOINED: {type: '*', orientation: 'UNDIRECTED'}},
  nodeCount: $nodes, relationshipCount: $undirected}, {concurrency: 1}) YIELD bytesMax RETURN bytesMax`;

export const ESTIMATE_PAGE_RANK = `CALL gds.pageRank.stream.estimate({nodeProjection: '*', relationshipProjection: '*',
  nodeCount: $nodes, relationshipCount: $edges}, {concurrency: 1}) YIELD bytesMax RETURN bytesMax`;

export const ESTIMATE_BETWEENNESS = `CALL gds.betweenness.stream.estimate({nodeProjection: '*', relationshipProjection: '*',
  nodeCount: $nodes, relationshipCount: $edges}, {concurrency: 1}) YIELD bytesMax RETURN bytesMax`;
