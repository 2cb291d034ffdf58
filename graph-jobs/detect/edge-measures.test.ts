import fc from 'fast-check';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { detectGroups } from './detect-groups.js';

const parameters: RunParameters = {
  ...DEFAULT_RUN_PARAMETERS,
  mode: 'COMPATIBLE',
  minParticipation: 1,
  minWeight: 1,
  windowSeconds: 20,
};

function edges(sketches: readonly MentionSketch[]) {
  const columns = mentionColumns(sketches);
  return detectGroups(columns, parameters).groups.flatMap(({ edges }) =>
    edges.map((edge) => ({
      ...edge,
      from: columns.accounts[edge.from]!.id,
      to: columns.accounts[edge.to]!.id,
    })),
  );
}

test('100 posts against 1 score 0.01', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({
    id: `m${i}`,
    account: 'many',
    at: 100 + i / 10,
    links: ['u'],
  }));
  const one = { id: 'one', account: 'one', at: 105, links: ['u'] };
  expect(edges([...many, one])).toMatchObject([{ from: 'many', to: 'one', weight: 100, objects: 1, symmetry: 0.01 }]);
});

test('a post on two objects is one post', () => {
  const both = ['t1', 't2'];
  const sketches = [
    { id: '1', account: 'a', at: 0, hashtags: both },
    { id: '2', account: 'b', at: 1, hashtags: both },
    { id: '3', account: 'b', at: 2, hashtags: ['t1'] },
  ];
  expect(edges(sketches)).toMatchObject([{ weight: 3, objects: 2, symmetry: 0.5 }]);
});

test('equals the definition, pair by pair', () => {
  const sketch = fc.record({
    account: fc.constantFrom('a', 'b', 'c'),
    at: fc.nat(90),
    hashtags: fc.uniqueArray(fc.constantFrom('t1', 't2', 't3'), { minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 25 }), (facts) => {
      const sketches = facts.map((fact, i) => ({ ...fact, id: `${i}` }));
      for (const { from, to, weight, objects, symmetry } of edges(sketches)) {
        const pairs = sketches.flatMap((p) =>
          sketches
            .filter((q) => p.account === from && q.account === to && Math.abs(p.at - q.at) <= 20)
            .flatMap((q) => p.hashtags.filter((tag) => q.hashtags.includes(tag)).map((tag) => ({ p, q, tag }))),
        );
        const [ofFrom, ofTo] = [new Set(pairs.map(({ p }) => p.id)).size, new Set(pairs.map(({ q }) => q.id)).size];
        expect([weight, objects]).toEqual([pairs.length, new Set(pairs.map(({ tag }) => tag)).size]);
        expect(symmetry).toBe(Math.min(ofFrom, ofTo) / Math.max(ofFrom, ofTo));
      }
    }),
    { numRuns: 300 },
  );
});
