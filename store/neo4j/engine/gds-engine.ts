import type { CommunityMethod } from '#domain/graph-engine.js';
import { modularityOf } from '#domain/modularity.js';
import { type Betweenness, type NetworkMeasures, partsOf } from '#domain/network-measures.js';
import type { GraphEngine, MeasureOrder, NetworkSize } from '#domain/ports/graph-engine.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { COUNT_TIMEOUT, type Cypher, type Neo4jConnection } from '../connection.js';
import type { Parameters } from '../parameters.js';
import { gdsRefusal } from './gds-memory.js';
import { GdsProjection } from './gds-projection.js';
import { BETWEENNESS, COMPONENTS, LEIDEN, LOUVAIN, PAGE_RANK, SAMPLED_BETWEENNESS } from './measures.gds.cypher.js';
import { labelsOf, type NodeValue, ProjectedNodes } from './projected-nodes.js';

const MILLISECONDS_BETWEEN_LOOKS = 500;
const STEPS = 5;

/** Measures in the Neo4j server, by Graph Data Science; what comes back is one number an account and measure. */
export class GdsEngine implements GraphEngine {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  refusal(size: NetworkSize, method: CommunityMethod): Promise<string | null> {
    return this.#connection.readAll((cypher) => gdsRefusal(cypher, size, method), COUNT_TIMEOUT);
  }

  async measure(order: MeasureOrder, onProgress: ProgressListener = () => undefined): Promise<NetworkMeasures> {
    if (order.network.edges === 0) return nothing(order.method);
    const projection = new GdsProjection(this.#connection, order.runId);
    return watched(projection, onProgress, (step) =>
      projection.with(order, (cypher) => measureProjected(cypher, projection.name, order, step)),
    );
  }
}

async function measureProjected(
  cypher: Cypher,
  name: string,
  order: MeasureOrder,
  step: (done: number) => void,
): Promise<NetworkMeasures> {
  const { network, method, resolution, seed } = order;
  const nodes = new ProjectedNodes(order);
  const column = async (statement: string, parameters: Parameters = {}) => {
    const { values, take } = nodes.column();
    await cypher.each<NodeValue>(statement, { name, ...parameters }, take);
    return values;
  };
  step(1);
  const components = nodes.column();
  await cypher.each<NodeValue & { account: string }>(COMPONENTS, { name }, (row) => {
    nodes.add(row.node, row.account);
    components.take(row);
  });
  step(2);
  const labels = await (method === 'LEIDEN' ? column(LEIDEN, { resolution, seed }) : column(LOUVAIN));
  const { count, part: community } = partsOf(labelsOf(labels));
  step(3);
  const pageRank = shares(await column(PAGE_RANK));
  step(4);
  const betweenness = await measureBetweenness(order, column);
  const modularity = modularityOf(network, { count, community }, resolution);
  const communities = { count, community, modularity, stability: null };
  const parts = partsOf(labelsOf(components.values));
  return { engine: 'GDS', method, communities, components: parts, pageRank, betweenness };
}

async function measureBetweenness(
  { network, betweennessSources: sources, seed }: MeasureOrder,
  column: (statement: string, parameters?: Parameters) => Promise<Float64Array>,
): Promise<Betweenness> {
  if (sources >= network.nodes) return { value: await column(BETWEENNESS), sampling: 'ALL', sources: network.nodes };
  return { value: await column(SAMPLED_BETWEENNESS, { sources, seed }), sampling: 'BY_DEGREE', sources };
}

/** Graph Data Science lets the walkers be lost where nobody was amplified: in proportion to each other nothing changes. */
function shares(rank: Float64Array): Float64Array {
  const sum = rank.reduce((all, one) => all + one, 0);
  return rank.map((one) => one / sum);
}

/** The server is busy for minutes without a row: somebody who wants to stop is heard meanwhile. */
async function watched<T>(
  projection: GdsProjection,
  onProgress: ProgressListener,
  work: (step: (done: number) => void) => Promise<T>,
): Promise<T> {
  let reached = 0;
  let stop: { readonly reason: unknown } | null = null;
  const look = setInterval(() => {
    try {
      onProgress(reached, STEPS);
    } catch (reason) {
      if (stop !== null) return;
      stop = { reason };
      projection.end().catch(() => undefined);
    }
  }, MILLISECONDS_BETWEEN_LOOKS);
  try {
    const result = await work((done) => {
      reached = done;
      onProgress(done, STEPS);
    });
    onProgress(STEPS, STEPS);
    return result;
  } catch (error) {
    throw (stop as { readonly reason: unknown } | null)?.reason ?? error;
  } finally {
    clearInterval(look);
  }
}

function nothing(method: CommunityMethod): NetworkMeasures {
  const none = new Uint32Array(0);
  return {
    ...{ engine: 'GDS', method, communities: { count: 0, community: none, modularity: 0, stability: null } },
    components: { count: 0, part: none },
    pageRank: new Float64Array(0),
    betweenness: { value: new Float64Array(0), sampling: 'ALL', sources: 0 },
  };
}
