import fc from 'fast-check';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { arbitraryNetwork, spreadNetworkOf } from '../../../test/builders/spread-network.js';
import { betweennessOf } from './betweenness.js';
import { componentsOf } from './components.js';
import { InProcessEngine } from './in-process-engine.js';
import { pageRank } from './page-rank.js';

const pairs = ({ source, target, weight }: SpreadNetwork) =>
  Array.from(source, (from, i) => [from, target[i]!, weight[i]!] as const);

test('components are what a walk over edges in both directions reaches, the largest first', () => {
  fc.assert(
    fc.property(arbitraryNetwork(25), (network) => {
      const label = Array.from({ length: network.nodes }, (_, node) => node);
      for (let moved = true; moved; ) {
        moved = false;
        for (const [a, b] of pairs(network)) {
          const least = Math.min(label[a]!, label[b]!);
          moved ||= label[a] !== least || label[b] !== least;
          label[a] = least;
          label[b] = least;
        }
      }
      const { count, part } = componentsOf(network);
      expect(count).toBe(new Set(label).size);
      expect(new Set(label.map((name, node) => `${name}=${part[node]}`)).size).toBe(count);
      const sizes = Array.from({ length: count }, (_, number) => part.filter((one) => one === number).length);
      expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    }),
  );
});

test('PageRank is the stationary share of the walker, and sums to 1', () => {
  fc.assert(
    fc.property(arbitraryNetwork(15), (network) => {
      const rank = pageRank(network);
      expect(rank.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      const stranded = rank.reduce((sum, one, node) => sum + (network.amplifies[node] === 0 ? one : 0), 0);
      const expected = new Array<number>(network.nodes).fill((0.15 + 0.85 * stranded) / network.nodes);
      for (const [amplified, amplifier, weight] of pairs(network))
        expected[amplified]! += (0.85 * rank[amplifier]! * weight) / network.amplifies[amplifier]!;
      expected.forEach((share, node) => {
        expect(rank[node]).toBeCloseTo(share, 10);
      });
    }),
  );
});

test('PageRank goes to who was amplified, more so by one who was amplified much', () => {
  const [one, two, three, four] = pageRank(
    spreadNetworkOf(4, [
      [0, 1, 1],
      [1, 2, 1],
      [1, 3, 1],
    ]),
  );
  expect(one).toBeGreaterThan(two!);
  expect(two).toBeGreaterThan(three!);
  expect(three).toBe(four);
});

/** Shortest paths between all pairs by search, each counted through every node in between. */
function countedPaths(network: SpreadNetwork): number[] {
  const next = Array.from({ length: network.nodes }, (): number[] => []);
  for (const [from, to] of pairs(network)) next[from]!.push(to);
  const sum = new Array<number>(network.nodes).fill(0);
  for (let from = 0; from < network.nodes; from += 1) {
    let paths: number[][] = [[from]];
    const seen = new Set([from]);
    while (paths.length > 0) {
      const longer = paths.flatMap((path) =>
        next[path.at(-1)!]!.filter((to) => !seen.has(to)).map((to) => [...path, to]),
      );
      for (const to of new Set(longer.map((path) => path.at(-1)!))) {
        seen.add(to);
        const ending = longer.filter((path) => path.at(-1) === to);
        for (const path of ending) for (const node of path.slice(1, -1)) sum[node]! += 1 / ending.length;
      }
      paths = longer;
    }
  }
  return sum;
}

test('betweenness is the share of shortest paths through each node', () => {
  fc.assert(
    fc.property(arbitraryNetwork(10), (network) => {
      const { value, sampling } = betweennessOf(network, { sources: network.nodes, seed: 1 });
      expect(sampling).toBe('ALL');
      countedPaths(network).forEach((expected, node) => {
        expect(value[node]).toBeCloseTo(expected, 9);
      });
    }),
  );
});

/** A ring with a chord from every node. */
const network = spreadNetworkOf(
  20,
  Array.from({ length: 40 }, (_, i) => [i % 20, i < 20 ? (i + 1) % 20 : (3 * i + 5) % 20, 1] as const).filter(
    ([from, to], i) => from !== to && (i < 20 || to !== (from + 1) % 20),
  ),
);

test('sampled betweenness is right on average, says that it was sampled, and repeats with its seed', () => {
  const exact = betweennessOf(network, { sources: network.nodes, seed: 1 }).value;
  const node = exact.indexOf(Math.max(...exact));
  const sampled = Array.from({ length: 800 }, (_, seed) => betweennessOf(network, { sources: 3, seed }));
  expect(sampled[0]).toMatchObject({ sampling: 'UNIFORM', sources: 3 });
  expect(betweennessOf(network, { sources: 3, seed: 0 })).toEqual(sampled[0]);
  const mean = sampled.reduce((sum, { value }) => sum + value[node]!, 0) / sampled.length;
  expect(Math.abs(mean / exact[node]! - 1)).toBeLessThan(0.1);
  expect(new Set(sampled.map(({ value }) => value[node])).size).toBeGreaterThan(3);
});

test('can be stopped in every part of it', async () => {
  const order = {
    ...{
      runId: 'r',
      issueId: 'i',
      network,
      method: 'LOUVAIN' as const,
      resolution: 1,
      seed: 1,
      betweennessSources: 50,
    },
    accountId: String,
  };
  const steps = new Set<number>();
  await new InProcessEngine().measure(order, (done) => steps.add(done));
  expect(steps.size).toBeGreaterThan(5);
  for (const step of steps) {
    const stop = (done: number) => {
      if (done === step) throw new Error(`stopped at ${step}`);
    };
    await expect(new InProcessEngine().measure(order, stop)).rejects.toThrow(`stopped at ${step}`);
  }
});
