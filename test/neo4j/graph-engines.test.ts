import fc from 'fast-check';
import type { MeasureOrder } from '#domain/ports/graph-engine.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { InProcessEngine } from '#graph-jobs/map/engine/in-process-engine.js';
import type { Neo4jConnection } from '#store/neo4j/connection.js';
import { GdsEngine } from '#store/neo4j/engine/gds-engine.js';
import { GdsProjection } from '#store/neo4j/engine/gds-projection.js';
import { DROP_PROJECTION } from '#store/neo4j/engine/projection.gds.cypher.js';
import { accountOf, makeSpreadGraph } from '../builders/spread-graph.js';
import { arbitraryNetwork, spreadNetworkOf } from '../builders/spread-network.js';
import { describeOnTestGds } from './describe-on-test-gds.js';
import { emptyTestDatabase, testConnection } from './test-database.js';

// The server plans each statement at its first call: on a busy machine, the usual half minute is not enough.
const EDGES = `CALL gds.graph.relationshipProperty.stream($name, 'weight', ['AMPLIFIED'])
YIELD sourceNodeId, targetNodeId, propertyValue
RETURN gds.util.asNode(targetNodeId).id AS amplified, gds.util.asNode(sourceNodeId).id AS amplifier, propertyValue AS weight`;
const PROJECTIONS = 'CALL gds.graph.list() YIELD graphName RETURN graphName AS name';
const LEAVE_BEHIND = `UNWIND [1, 2] AS node
RETURN gds.graph.project($name, node, node + 1, {relationshipType: 'AMPLIFIED'}) AS graph`;

const orderOf = (issueId: string, network: SpreadNetwork, more: Partial<MeasureOrder> = {}): MeasureOrder => ({
  ...{ runId: 'r1', issueId, network, accountId: accountOf, method: 'LOUVAIN', resolution: 1, seed: 1 },
  betweennessSources: network.nodes,
  ...more,
});

const within = (one: Float64Array, other: Float64Array, tolerance: number) => {
  expect(one.length).toBe(other.length);
  one.forEach((value, node) => {
    expect(Math.abs(value - other[node]!)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
  });
};

describeOnTestGds('graph engines', () => {
  let connection: Neo4jConnection;
  let gds: GdsEngine;
  const inProcess = new InProcessEngine();
  const projections = async () => (await connection.read<{ name: string }>(PROJECTIONS)).map(({ name }) => name);

  beforeEach(async () => {
    await emptyTestDatabase();
    connection = testConnection();
    for (const name of await projections()) await connection.read(DROP_PROJECTION, { name });
    gds = new GdsEngine(connection);
  });
  afterEach(async () => connection.close());

  test('the projection is the spread network, edge for edge and weight for weight', async () => {
    const [network] = fc.sample(arbitraryNetwork(40, 60), { numRuns: 1, seed: 7 }) as [SpreadNetwork];
    await makeSpreadGraph(connection, 'i', network);
    const projection = new GdsProjection(connection, 'r1');
    const edges = await projection.with(orderOf('i', network), (cypher) =>
      cypher.run<{ amplified: string; amplifier: string; weight: number }>(EDGES, { name: projection.name }),
    );
    const named = edges.map(({ amplified, amplifier, weight }) => `${amplified} ${amplifier} ${weight}`);
    const expected = Array.from(
      network.source,
      (source, edge) => `${accountOf(source)} ${accountOf(network.target[edge]!)} ${network.weight[edge]}`,
    );
    expect(named.sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(20);
    expect(await projections()).toEqual([]);
  });

  test('both engines measure the same of any network', async () => {
    const networks = [
      ...fc.sample(arbitraryNetwork(30), { numRuns: 6, seed: 11 }),
      ...fc.sample(arbitraryNetwork(40, 30), { numRuns: 6, seed: 12 }),
    ];
    for (const [number, network] of networks.entries()) {
      await makeSpreadGraph(connection, `i${number}`, network);
      const order = orderOf(`i${number}`, network);
      const [here, there] = [await inProcess.measure(order), await gds.measure(order)];
      expect(there.components).toEqual(here.components);
      expect(there.betweenness).toMatchObject({ sampling: 'ALL', sources: network.nodes });
      within(there.betweenness.value, here.betweenness.value, 1e-9);
      within(there.pageRank, here.pageRank, 1e-8);
      expect(Math.abs(there.communities.modularity - here.communities.modularity)).toBeLessThan(0.05);
    }
    expect(networks.some(({ nodes }) => nodes > 20)).toBe(true);
  });

  test('the same order gives the same numbers, by Leiden and by sampling too', async () => {
    const [network] = fc.sample(arbitraryNetwork(60, 90), { numRuns: 1, seed: 3 }) as [SpreadNetwork];
    await makeSpreadGraph(connection, 'i', network);
    const order = orderOf('i', network, { method: 'LEIDEN', resolution: 1.5, seed: 9, betweennessSources: 5 });
    const first = await gds.measure(order);
    expect(await gds.measure(order)).toEqual(first);
    expect(first).toMatchObject({ method: 'LEIDEN', betweenness: { sampling: 'BY_DEGREE', sources: 5 } });
    const finer = await gds.measure({ ...order, resolution: 8 });
    expect(finer.communities.count).toBeGreaterThan(first.communities.count);
  });

  test('what a process left behind that died is dropped, what another works on is not', async () => {
    const network = spreadNetworkOf(3, [
      [0, 1, 2],
      [1, 2, 1],
    ]);
    await makeSpreadGraph(connection, 'i', network);
    for (const name of ['jejaring-r0-dead', 'jejaring-r1-dead', 'of-somebody-else'])
      await connection.read(LEAVE_BEHIND, { name });
    const other = new GdsProjection(connection, 'r2');
    await other.with(orderOf('i', network), async () => {
      await gds.measure(orderOf('i', network));
      expect((await projections()).sort()).toEqual([other.name, 'of-somebody-else'].sort());
    });
    expect(await projections()).toEqual(['of-somebody-else']);
  });

  test('data that is no longer that of the run is refused, and nothing is left behind', async () => {
    const network = spreadNetworkOf(2, [[0, 1, 2]]);
    await makeSpreadGraph(connection, 'i', network);
    const other = spreadNetworkOf(2, [[0, 1, 3]]);
    await expect(gds.measure(orderOf('i', other))).rejects.toMatchObject({ code: 'INPUT_CHANGED' });
    const accountId = (node: number) => `other ${node}`;
    await expect(gds.measure(orderOf('i', network, { accountId }))).rejects.toMatchObject({ code: 'INPUT_CHANGED' });
    expect(await projections()).toEqual([]);
  });

  test('asked to stop, the server stops too', async () => {
    const network = spreadNetworkOf(2, [[0, 1, 2]]);
    await makeSpreadGraph(connection, 'i', network);
    const projection = new GdsProjection(connection, 'r1');
    const busy = projection.with(orderOf('i', network), async (cypher) => {
      await projection.end();
      await cypher.run('CALL apoc.not.reached()');
    });
    await expect(busy).rejects.toThrow(/terminated/);
    const stop = () => {
      throw new Error('stopped on request');
    };
    await expect(gds.measure(orderOf('i', network), stop)).rejects.toThrow('stopped on request');
    expect(await projections()).toEqual([]);
  });

  test('memory is estimated before: what cannot fit is refused with what it would take', async () => {
    expect(await gds.refusal({ nodes: 1000, edges: 5000 }, 'LEIDEN')).toBeNull();
    const refusal = await gds.refusal({ nodes: 1e8, edges: 1e10 }, 'LOUVAIN');
    expect(refusal).toMatch(/needs \d+ MiB of heap/);
  });

  test('a network without edges asks nothing of the server', async () => {
    const none = await gds.measure(orderOf('absent', spreadNetworkOf(0, [])));
    expect(none).toMatchObject({ communities: { count: 0 }, components: { count: 0 } });
  });
});
