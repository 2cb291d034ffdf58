import type { CommunityMethod } from '#domain/graph-engine.js';
import type { NetworkSize } from '#domain/ports/graph-engine.js';
import type { Cypher } from '../connection.js';
import {
  ESTIMATE_BETWEENNESS,
  ESTIMATE_JOINED,
  ESTIMATE_LEIDEN,
  ESTIMATE_LOUVAIN,
  ESTIMATE_PAGE_RANK,
  ESTIMATE_PROJECTION,
} from './estimates.gds.cypher.js';
import { HAS_GDS, MOST_HEAP } from './projection.gds.cypher.js';

// What Cypher is taken to hold of an edge while it counts and sorts them: an assumption, not yet measured. It is free again
// when the projection is made.
const CYPHER_BYTES_PER_EDGE = 300;
// The rest is for the server itself and whoever else asks it.
const SHARE_OF_HEAP = 0.7;
const MIB = 2 ** 20;

/** Why a network of this size cannot be measured in this server; null when it can. */
export async function gdsRefusal(cypher: Cypher, size: NetworkSize, method: CommunityMethod): Promise<string | null> {
  const [present] = await cypher.run(HAS_GDS);
  if (present === undefined) return 'the server has no Graph Data Science';
  const [heap] = await cypher.run<{ bytes: number }>(MOST_HEAP);
  const room = heap!.bytes * SHARE_OF_HEAP;
  const needed = await bytesNeeded(cypher, size, method);
  if (needed <= room) return null;
  const inMiB = (bytes: number) => Math.ceil(bytes / MIB);
  return `it needs ${inMiB(needed)} MiB of heap, and of the server's ${inMiB(heap!.bytes)} it may take ${inMiB(room)}`;
}

async function bytesNeeded(cypher: Cypher, { nodes, edges }: NetworkSize, method: CommunityMethod): Promise<number> {
  const size = { nodes, edges, undirected: 2 * edges };
  const bytes = async (statement: string) => (await cypher.run<{ bytesMax: number }>(statement, size))[0]!.bytesMax;
  const directed = await bytes(ESTIMATE_PROJECTION);
  const joined = await bytes(ESTIMATE_JOINED);
  const communities = await bytes(method === 'LEIDEN' ? ESTIMATE_LEIDEN : ESTIMATE_LOUVAIN);
  const largest = Math.max(communities, await bytes(ESTIMATE_PAGE_RANK), await bytes(ESTIMATE_BETWEENNESS));
  return Math.max(directed + edges * CYPHER_BYTES_PER_EDGE, directed + joined + largest);
}
