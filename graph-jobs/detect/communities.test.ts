import type { CoActionEdges } from '#domain/detection.js';
import { communities } from './communities.js';

function edges(pairs: readonly (readonly [from: number, to: number, weight?: number])[]): CoActionEdges {
  const sorted = pairs.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  return {
    length: sorted.length,
    from: Uint32Array.from(sorted, ([from]) => from),
    to: Uint32Array.from(sorted, ([, to]) => to),
    weight: Uint32Array.from(sorted, ([, , weight = 1]) => weight),
  };
}

const clique = (members: readonly number[]) =>
  members.flatMap((from, i) => members.slice(i + 1).map((to) => [from, to] as const));

test('two crowds that one edge joins are two groups', () => {
  const joined = edges([...clique([0, 1, 2, 3]), ...clique([5, 6, 7, 8]), [3, 5]]);
  expect(communities(joined, 1, 1)).toEqual([
    [0, 1, 2, 3],
    [5, 6, 7, 8],
  ]);
});

test('weights decide who belongs together', () => {
  const chain = edges([
    [0, 1, 9],
    [1, 2, 1],
    [2, 3, 9],
  ]);
  expect(communities(chain, 1, 1)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('a higher resolution makes smaller groups', () => {
  const ring = Array.from({ length: 24 }, (_, i) => [Math.min(i, (i + 1) % 24), Math.max(i, (i + 1) % 24)] as const);
  expect(communities(edges(ring), 4, 1).length).toBeGreaterThan(communities(edges(ring), 0.5, 1).length);
});

test('the same seed gives the same groups, and no edges give none', () => {
  const pairs = Array.from({ length: 200 }, (_, i) => [i % 19, 19 + ((i * 7) % 23)] as const);
  const network = edges(Array.from(new Map(pairs.map((pair) => [pair.join(), pair])).values()));
  expect(communities(network, 1, 5)).toEqual(communities(network, 1, 5));
  expect(communities(edges([]), 1, 1)).toEqual([]);
});
