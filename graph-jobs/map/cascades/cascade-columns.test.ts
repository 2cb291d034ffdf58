import fc from 'fast-check';
import { type MentionSketch, mentionColumns } from '../../../test/builders/mention-columns.js';
import { cascadeColumns } from './cascade-columns.js';
import { cascadeForest } from './cascade-forest.js';
import { mentionPlaces } from './place-codes.js';

/** A tree of n mentions: parentOf(i) for i >= 1; one a second, each by its own account. */
const tree = (n: number, parentOf: (i: number) => number): MentionSketch[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `${i}`,
    account: `a${i}`,
    at: i,
    ...(i > 0 && { parent: `${parentOf(i)}` }),
  }));

const shapesOf = (sketches: readonly MentionSketch[]) => {
  const columns = mentionColumns(sketches);
  return cascadeColumns(columns, cascadeForest(columns), mentionPlaces(columns));
};

const only = (sketches: readonly MentionSketch[]) => {
  const shapes = shapesOf(sketches);
  expect(shapes.length).toBe(1);
  const { size, depth, maxBreadth, structuralVirality, directShare, secondsToHalf, uniqueAccounts } = shapes;
  return {
    size: size[0],
    depth: depth[0],
    maxBreadth: maxBreadth[0],
    virality: structuralVirality[0]!,
    directShare: directShare[0],
    secondsToHalf: secondsToHalf[0],
    uniqueAccounts: uniqueAccounts[0],
  };
};

describe('closed forms', () => {
  test('a path: virality (n + 1) / 3', () => {
    const path = only(tree(50, (i) => i - 1));
    expect(path).toMatchObject({ size: 50, depth: 49, maxBreadth: 1, directShare: 1 / 49, secondsToHalf: 24 });
    expect(path.virality).toBeCloseTo(51 / 3, 12);
  });

  test('a star: virality 2 (n - 1) / n', () => {
    const star = only(tree(50, () => 0));
    expect(star).toMatchObject({ size: 50, depth: 1, maxBreadth: 49, directShare: 1, uniqueAccounts: 50 });
    expect(star.virality).toBeCloseTo((2 * 49) / 50, 12);
  });

  test('a complete binary tree: its level sums', () => {
    const levels = 6;
    const n = 2 ** levels - 1;
    const binary = only(tree(n, (i) => (i - 1) >> 1));
    let distances = 0;
    for (let level = 1; level < levels; level += 1) {
      const below = 2 ** (levels - level) - 1;
      distances += 2 ** level * below * (n - below);
    }
    expect(binary).toMatchObject({ size: 63, depth: 5, maxBreadth: 32, directShare: 2 / 62 });
    expect(binary.virality).toBeCloseTo(distances / ((n * (n - 1)) / 2), 12);
  });

  test('a lone mention has no shape', () => {
    expect(only(tree(1, () => 0))).toEqual({
      ...{ size: 1, depth: 0, maxBreadth: 1, virality: 0, directShare: 0, secondsToHalf: 0, uniqueAccounts: 1 },
    });
  });
});

test('parents with equal or later times still make the tree, and time to half is never negative', () => {
  const shapes = shapesOf([
    { id: 'late-root', account: 'a', at: 100 },
    { id: 'early', account: 'b', at: 10, parent: 'late-root' },
    { id: 'equal', account: 'a', at: 100, parent: 'late-root' },
  ]);
  expect(shapes).toMatchObject({ length: 1, lone: 0 });
  expect([shapes.size[0], shapes.depth[0], shapes.uniqueAccounts[0], shapes.secondsToHalf[0]]).toEqual([3, 1, 2, 0]);
});

test('cycles and self-parents are cut at their earliest row, and counted', () => {
  const columns = mentionColumns([
    { id: 'a', account: 'a', at: 3, parent: 'c' },
    { id: 'b', account: 'b', at: 1, parent: 'a' },
    { id: 'c', account: 'c', at: 2, parent: 'b' },
    { id: 'tail', account: 'd', at: 4, parent: 'a' },
    { id: 'self', account: 'e', at: 0, parent: 'self' },
  ]);
  const forest = cascadeForest(columns);
  const ids = Array.from(forest.root, (row) => columns.ids.at(row));
  expect(forest.cyclesBroken).toBe(2);
  expect(ids).toEqual(['x:self', 'x:b', 'x:b', 'x:b', 'x:b']);
  expect(Array.from(forest.depth)).toEqual([0, 0, 1, 2, 3]);
});

test('a mention whose parent is not there is a root of its own', () => {
  const shapes = shapesOf([
    { id: 'a', account: 'a', at: 1, parent: 'never-imported' },
    { id: 'b', account: 'b', at: 2, parent: 'never-imported' },
    { id: 'c', account: 'b', at: 3, parent: 'b' },
  ]);
  expect(Array.from(shapes.size)).toEqual([1, 2]);
  expect(shapes.lone).toBe(1);
});

describe('against brute force', () => {
  const anyParents = fc.array(fc.record({ parent: fc.option(fc.nat(29)), account: fc.nat(5), at: fc.nat(8) }), {
    minLength: 1,
    maxLength: 30,
  });

  test('every figure of every cascade, with cycles and reversed times among the input', () => {
    fc.assert(
      fc.property(anyParents, (drafts) => {
        const columns = mentionColumns(
          drafts.map(({ parent, account, at }, i) => ({
            id: `${i}`,
            account: `a${account}`,
            at,
            ...(parent !== null && { parent: `${parent}` }),
          })),
        );
        const forest = cascadeForest(columns);
        const shapes = cascadeColumns(columns, forest, mentionPlaces(columns));
        const linked = Array.from(forest.parent).filter((parent) => parent < columns.length).length;
        expect(shapes.length).toBe(columns.length - linked);
        expect(Array.from(shapes.size).reduce((sum, one) => sum + one, 0)).toBe(columns.length);
        for (let c = 0; c < shapes.length; c += 1) expectLikeBruteForce(columns, forest.parent, shapes, c);
      }),
      { numRuns: 300 },
    );
  });
});

/** Distances by breadth-first search from every member of cascade c. */
function expectLikeBruteForce(
  columns: ReturnType<typeof mentionColumns>,
  parent: Uint32Array,
  shapes: ReturnType<typeof cascadeColumns>,
  c: number,
): void {
  const neighbours = Array.from({ length: columns.length }, (): number[] => []);
  parent.forEach((above, row) => {
    if (above >= columns.length) return;
    neighbours[above]!.push(row);
    neighbours[row]!.push(above);
  });
  const distances = (from: number) => {
    const found = new Map([[from, 0]]);
    for (const row of found.keys())
      for (const next of neighbours[row]!) if (!found.has(next)) found.set(next, found.get(row)! + 1);
    return found;
  };
  const fromRoot = distances(shapes.root[c]!);
  const members = [...fromRoot.keys()].sort((a, b) => a - b);
  const sum = members.flatMap((row) => [...distances(row).values()]).reduce((total, one) => total + one, 0);
  const levels = [...fromRoot.values()];
  const n = members.length;
  expect(shapes.size[c]).toBe(n);
  expect(shapes.depth[c]).toBe(Math.max(...levels));
  expect(shapes.maxBreadth[c]).toBe(Math.max(...levels.map((d) => levels.filter((other) => other === d).length)));
  expect(shapes.structuralVirality[c]).toBeCloseTo(n === 1 ? 0 : sum / (n * (n - 1)), 10);
  expect(shapes.directShare[c]).toBeCloseTo(n === 1 ? 0 : levels.filter((d) => d === 1).length / (n - 1), 12);
  expect(shapes.uniqueAccounts[c]).toBe(new Set(members.map((row) => columns.account[row])).size);
  const half = columns.publishedAt[members[Math.ceil(n / 2) - 1]!]! - columns.publishedAt[shapes.root[c]!]!;
  expect(shapes.secondsToHalf[c]).toBe(Math.max(0, half) / 1000);
}
