import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { modularityOf } from '#domain/modularity.js';
import { arbitraryNetwork } from '../../../test/builders/spread-network.js';
import { undirectedEdges } from '../undirected-edges.js';
import { louvainCommunities } from './louvain-communities.js';

const louvain = louvainModule as unknown as (typeof louvainModule)['default'];
type Edge = readonly [source: number, target: number, weight: number];

const network = (nodes: number, edges: readonly Edge[]) => ({
  nodes,
  edges: edges.length,
  source: Uint32Array.from(edges, ([source]) => source),
  target: Uint32Array.from(edges, ([, target]) => target),
  weight: Uint32Array.from(edges, ([, , weight]) => weight),
});

/** Cliques of the given sizes, each joined to the next by one edge. */
const cliques = (sizes: readonly number[]): Edge[] => {
  const edges: Edge[] = [];
  let first = 0;
  for (const size of sizes) {
    for (let i = first; i < first + size; i += 1) for (let j = i + 1; j < first + size; j += 1) edges.push([i, j, 1]);
    if (first > 0) edges.push([first - 1, first, 1]);
    first += size;
  }
  return edges;
};

const options = { resolution: 1, seed: 1 };

test('finds cliques that hang together by a thread, the largest first', () => {
  const found = louvainCommunities(network(15, cliques([4, 6, 5])), options);
  expect(found.count).toBe(3);
  expect(Array.from(found.community)).toEqual([2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  expect(found.modularity).toBeGreaterThan(0.5);
});

test('of equal size, the community of the first node comes first', () => {
  const found = louvainCommunities(network(8, cliques([4, 4])), options);
  expect(Array.from(found.community)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

test('edges in any order give the same partition', () => {
  const sorted: Edge[] = [];
  fc.sample(fc.tuple(fc.nat(79), fc.nat(79), fc.nat(3)), { numRuns: 300, seed: 5 }).forEach(([a, b, weight]) => {
    if (a !== b) sorted.push([a, b, weight + 1]);
  });
  const expected = louvainCommunities(network(80, sorted), options);
  expect(expected.count).toBeGreaterThan(2);
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
      expect(louvainCommunities(network(80, shuffled), options)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('a larger resolution gives no fewer communities, and both directions of a pair count together', () => {
  const edges = cliques([6, 6, 6, 6]);
  const counts = [0.01, 1, 5].map(
    (resolution) => louvainCommunities(network(24, edges), { ...options, resolution }).count,
  );
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(new Set(counts).size).toBeGreaterThan(1);
  const both = undirectedEdges(network(2, [[0, 1, 2] as Edge, [1, 0, 3] as Edge]));
  expect(both).toMatchObject({ edges: 1, a: Uint32Array.of(0), b: Uint32Array.of(1), weight: Float64Array.of(5) });
});

test('the view gives Louvain exactly what a real graphology graph would', () => {
  const edge = fc.tuple(fc.nat(29), fc.nat(29), fc.integer({ min: 1, max: 4 })).filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(fc.array(edge, { minLength: 1, maxLength: 80 }), fc.nat(), (edges, seed) => {
      const columns = network(30, edges);
      const { a, b, weight } = undirectedEdges(columns);
      const graph = new UndirectedGraph();
      for (let node = 0; node < 30; node += 1) graph.addNode(node);
      a.forEach((from, i) => {
        graph.addUndirectedEdge(from, b[i]!, { weight: weight[i]! });
      });
      const generator = xoroshiro128plus(seed);
      const real = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: () => uniformFloat64(generator) });
      const ours = louvainCommunities(columns, { resolution: 1, seed });
      expect(ours.count).toBe(real.count);
      expect(ours.modularity).toBeCloseTo(real.modularity, 12);
      const pairs = new Set(Array.from(ours.community, (label, node) => `${label}=${real.communities[node]}`));
      expect(pairs.size).toBe(real.count);
    }),
    { numRuns: 100 },
  );
});

test('each pass can be stopped', () => {
  const stop = () => {
    throw new Error('stop');
  };
  expect(() => louvainCommunities(network(15, cliques([4, 6, 5])), options, stop)).toThrow('stop');
});

test('its modularity is that by which partitions of other engines are measured, at any resolution', () => {
  fc.assert(
    fc.property(arbitraryNetwork(20), fc.constantFrom(0.5, 1, 2), (spread, resolution) => {
      const found = louvainCommunities(spread, { resolution, seed: 1 });
      expect(modularityOf(spread, found, resolution)).toBeCloseTo(found.modularity, 10);
    }),
  );
});
