import { calibratedGroups } from './calibrated-groups.js';
import type { CalibratedNetwork } from './calibrated-network.js';

type Edge = readonly [from: number, to: number, qWho: number, qWhen: number, familyWise?: 1];

function network(edges: readonly Edge[]): CalibratedNetwork {
  const columns = {
    layer: new Uint32Array(edges.length),
    window: new Uint32Array(edges.length),
    from: Uint32Array.from(edges, ([from]) => from),
    to: Uint32Array.from(edges, ([, to]) => to),
    occasions: new Uint32Array(edges.length).fill(3),
    expected: new Float64Array(edges.length),
    p: new Float64Array(edges.length),
  };
  return {
    pairs: { length: edges.length, ...columns },
    qWho: Float64Array.from(edges, ([, , q]) => q),
    qWhen: Float64Array.from(edges, ([, , , q]) => q),
    familyWise: Uint8Array.from(edges, ([, , , , passes]) => passes ?? 0),
    tests: 1000,
    tried: [edges.length],
    crowdedObjects: 0,
    passedWho: [edges.length],
  };
}

test('a group has the rate from which on its edges hold it together', () => {
  const { groups } = calibratedGroups(
    network([
      [1, 2, 1e-6, 1e-5],
      [1, 3, 1e-4, 1e-9],
      [2, 3, 0.009, 1e-9],
    ]),
    1,
    1,
  );
  expect(groups).toEqual([{ members: [1, 2, 3], qValue: 1e-4 }]);
});

test('two accounts alone must pass family-wise, and edges of those that do not are left out', () => {
  const found = calibratedGroups(
    network([
      [1, 2, 0.009, 0.009],
      [5, 6, 1e-9, 1e-9, 1],
    ]),
    1,
    1,
  );
  expect(found.groups).toEqual([{ members: [5, 6], qValue: 1e-9 }]);
  expect(found.rows).toEqual([1]);
  expect(found.edges.length).toBe(1);
});

test('a group that is the whole network stays one, and two groups with an edge between them stay two', () => {
  const clique = (first: number, size: number): Edge[] =>
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: i }, (__, j): Edge => [first + j, first + i, 1e-6, 1e-6]),
    ).flat();
  const sizes = (edges: readonly Edge[]) =>
    calibratedGroups(network(edges), 1, 1).groups.map(({ members }) => members.length);
  expect(sizes(clique(0, 24).filter((_, i) => i % 8 !== 5))).toEqual([24]);
  expect(sizes([...clique(0, 6), ...clique(10, 5), [2, 12, 1e-6, 1e-6]])).toEqual([6, 5]);
});

test('windows of one pair are one edge, with its most occasions', () => {
  const { edges } = calibratedGroups(
    network([
      [5, 6, 1e-9, 1e-9, 1],
      [5, 6, 1e-3, 1e-9],
    ]),
    1,
    1,
  );
  expect([edges.length, edges.weight[0]]).toEqual([1, 3]);
});

test('nothing kept makes no group', () => {
  expect(calibratedGroups(network([]), 1, 1)).toEqual({
    groups: [],
    rows: [],
    edges: expect.objectContaining({ length: 0 }),
  });
});
