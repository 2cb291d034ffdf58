import fc from 'fast-check';
import { walksOver } from '../../test/builders/walk-network.js';
import { findSpreadPath } from './find-spread-path.js';
import { farEnd, nearEnd, type SpreadEdge, WAYS } from './spread-edge.js';
import { DIRECTIONS, walkNeighbourhood } from './walk-neighbourhood.js';

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const account = fc.constantFrom(...ACCOUNTS);
const network = fc
  .uniqueArray(fc.record({ from: account, to: account, weight: fc.integer({ min: 1, max: 4 }) }), {
    selector: ({ from, to }) => `${from} ${to}`,
    maxLength: 24,
  })
  .map((edges) => edges.filter(({ from, to }) => from !== to));

/** Every path without a repeated account, best first: shortest, heaviest weakest step, lowest ids. */
function pathsByBruteForce(edges: readonly SpreadEdge[], from: string, to: string): SpreadEdge[][] {
  const go = (path: SpreadEdge[], at: string): SpreadEdge[][] =>
    at === to
      ? [path]
      : edges
          .filter((edge) => edge.from === at && edge.to !== from && !path.some((step) => step.to === edge.to))
          .flatMap((edge) => go([...path, edge], edge.to));
  const weakest = (path: readonly SpreadEdge[]) => Math.min(...path.map(({ weight }) => weight));
  const ids = (path: readonly SpreadEdge[]) => path.map((step) => step.to).join();
  return go([], from).sort(
    (one, other) => one.length - other.length || weakest(other) - weakest(one) || (ids(one) < ids(other) ? -1 : 1),
  );
}

test('the path is the best of all paths, and none is said only where there is none', async () => {
  await fc.assert(
    fc.asyncProperty(network, account, account, fc.integer({ min: 1, max: 8 }), async (edges, from, to, maxLength) => {
      const path = await findSpreadPath(walksOver(edges), { runId: 'r', from, to, maxLength });
      const [best] = pathsByBruteForce(edges, from, to);
      expect(path.steps).toEqual(best && best.length <= maxLength ? best : []);
      if (best) expect(path.outcome).toBe(best.length <= maxLength ? 'FOUND' : 'NONE_WITHIN_LENGTH');
      else expect(['NO_PATH', 'NONE_WITHIN_LENGTH']).toContain(path.outcome);
      expect(path.searchedLength).toBeLessThanOrEqual(maxLength);
    }),
    { numRuns: 500 },
  );
});

test('a bounded search keeps its bound, says that it gave up, and whatever it finds is the best path still', async () => {
  await fc.assert(
    fc.asyncProperty(network, account, account, fc.nat(8), async (edges, from, to, mostEdges) => {
      const walks = walksOver(edges);
      const path = await findSpreadPath(walks, { runId: 'r', from, to, maxLength: 8, mostEdges });
      const [best] = pathsByBruteForce(edges, from, to);
      expect(walks.given()).toBeLessThanOrEqual(mostEdges);
      expect(path.searchedEdges).toBe(walks.given());
      if (path.outcome === 'FOUND') expect(path.steps).toEqual(best);
      if (path.outcome === 'NO_PATH') expect(best).toBeUndefined();
      if (path.outcome === 'SEARCH_CAPPED' && best) expect(best.length).toBeGreaterThan(path.searchedLength);
    }),
    { numRuns: 500 },
  );
});

/** Distances by steps through all edges until nothing changes. */
function neighboursByBruteForce(edges: readonly SpreadEdge[], start: string, depth: number, ways: typeof WAYS) {
  const distance = new Map([[start, 0]]);
  const weight = new Map<string, number>();
  for (let step = 1; step <= depth; step += 1)
    for (const way of ways)
      for (const edge of edges) {
        const [near, far] = [nearEnd(edge, way), farEnd(edge, way)];
        if (distance.get(near) !== step - 1 || (distance.get(far) ?? step) !== step) continue;
        distance.set(far, step);
        weight.set(far, (weight.get(far) ?? 0) + edge.weight);
      }
  return [...weight]
    .map(([accountId, sum]) => ({ accountId, distance: distance.get(accountId)!, weight: sum }))
    .sort((a, b) => a.distance - b.distance || b.weight - a.weight || (a.accountId < b.accountId ? -1 : 1));
}

const asked = fc.record({
  accountId: account,
  depth: fc.integer({ min: 1, max: 3 }),
  direction: fc.constantFrom(...DIRECTIONS),
  most: fc.integer({ min: 1, max: 8 }),
});

test('a neighbourhood holds the accounts within its depth, the nearest and strongest first', async () => {
  await fc.assert(
    fc.asyncProperty(network, asked, async (edges, question) => {
      const ways = (question.direction === 'BOTH' ? WAYS : [question.direction]) as typeof WAYS;
      const all = neighboursByBruteForce(edges, question.accountId, question.depth, ways);
      expect(await walkNeighbourhood(walksOver(edges), { runId: 'r', ...question })).toEqual({
        shown: all.slice(0, question.most),
        total: all.length,
        totalIsExact: true,
      });
    }),
    { numRuns: 500 },
  );
});

test('a bounded neighbourhood keeps its bound and never says more accounts than there are, nor fewer as all', async () => {
  await fc.assert(
    fc.asyncProperty(network, asked, fc.nat(8), async (edges, question, mostEdges) => {
      const walks = walksOver(edges);
      const ways = (question.direction === 'BOTH' ? WAYS : [question.direction]) as typeof WAYS;
      const all = neighboursByBruteForce(edges, question.accountId, question.depth, ways);
      const found = await walkNeighbourhood(walks, { runId: 'r', ...question, mostEdges });
      expect(walks.given()).toBeLessThanOrEqual(mostEdges);
      expect(found.total).toBeLessThanOrEqual(all.length);
      if (found.totalIsExact) expect(found.total).toBe(all.length);
    }),
    { numRuns: 500 },
  );
});

test.each([0, 13, 1.5])('a path of at most %p steps cannot be asked for', async (maxLength) => {
  const path = findSpreadPath(walksOver([]), { runId: 'r', from: 'a', to: 'b', maxLength });
  await expect(path).rejects.toMatchObject({ code: 'BAD_PARAMETERS', at: 'maxLength' });
});

test.each([
  { depth: 4, most: 1, at: 'depth' },
  { depth: 1, most: 501, at: 'most' },
])('a neighbourhood out of range is refused: $at', async ({ at, ...more }) => {
  const found = walkNeighbourhood(walksOver([]), { runId: 'r', accountId: 'a', direction: 'BOTH', ...more });
  await expect(found).rejects.toMatchObject({ code: 'BAD_PARAMETERS', at });
});
