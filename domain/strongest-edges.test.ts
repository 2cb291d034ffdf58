import fc from 'fast-check';
import type { CoTimedEdge, EdgeTest } from './finding.js';
import { strongestEdges, strongestTest } from './strongest-edges.js';

const test60 = (more: Partial<EdgeTest>): EdgeTest => {
  return { windowSeconds: 60, occasions: 3, expected: 0.1, qWho: 1e-6, qWhen: 1e-6, ...more };
};
const edge = (from: string, weight: number, tests: readonly EdgeTest[] | null): CoTimedEdge => {
  return { from, to: 'z', behaviour: 'CO_LINK', weight, objects: 1, tests };
};
const names = (edges: readonly CoTimedEdge[], most = 9) => strongestEdges(edges, most).map(({ from }) => from);

test('the worse of both rates counts, then occasions; weight says nothing', () => {
  const edges = [
    edge('heavy', 900, [test60({ qWho: 1e-20, qWhen: 1e-3 })]),
    edge('even', 4, [test60({ qWho: 1e-5, qWhen: 1e-5 })]),
    edge('more', 4, [test60({ qWho: 1e-5, qWhen: 1e-5, occasions: 9 })]),
  ];
  expect(names(edges)).toEqual(['more', 'even', 'heavy']);
  expect(names(edges, 1)).toEqual(['more']);
});

test('an edge stands for its best window', () => {
  const tests = [test60({ windowSeconds: 10, qWhen: 1e-4 }), test60({ windowSeconds: 600, qWhen: 1e-9 })];
  expect(strongestTest(edge('a', 1, tests))!.windowSeconds).toBe(600);
  expect(names([edge('a', 1, [test60({})]), edge('b', 1, tests)])).toEqual(['a', 'b']);
});

test('without tests the heaviest come first, equal ones in their order', () => {
  expect(strongestTest(edge('a', 1, null))).toBeNull();
  expect(names([edge('a', 1, null), edge('b', 5, null), edge('c', 1, null)])).toEqual(['b', 'a', 'c']);
});

const figure = fc.record({
  qWho: fc.constantFrom(0, 1e-9, 0.01),
  qWhen: fc.constantFrom(0, 1e-5),
  occasions: fc.nat(3),
});

test('they are those that sorting them all by their best windows puts first, whatever their order and number', () => {
  const anyEdge = fc.tuple(fc.nat(5), fc.array(figure, { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 40 }), fc.nat(45), (sketches, most) => {
      const all = sketches.map(([weight, tests], i) => edge(`${i}`, weight, tests.map(test60)));
      const key = ({ tests }: CoTimedEdge) =>
        tests!
          .map(({ qWho, qWhen, occasions }) => [Math.max(qWho, qWhen), -occasions] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1])[0]!;
      const sorted = all.toSorted((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
      expect(strongestEdges(all, most)).toEqual(sorted.slice(0, most));
    }),
  );
});
