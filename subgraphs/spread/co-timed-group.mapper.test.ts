import type { StoredGroup } from '#domain/finding.js';
import { groupOf } from '../../test/builders/run-results.js';
import { toEdge, toGroup } from './co-timed-group.mapper.js';

const stored: StoredGroup = { ...groupOf('g', 'r', ['a', 'b']), reviewState: 'UNREVIEWED' };

test('without copies chance is not known, in groups that were kept with 0 as well', () => {
  const chance = { ...stored.chance, copies: 0, expectedPairs: 0, copiesWithGroupAsLarge: 0 };
  expect(toGroup({ ...stored, chance }).chance).toEqual({
    ...chance,
    expectedPairs: null,
    copiesWithGroupAsLarge: null,
  });
  expect(toGroup(stored).chance).toEqual(stored.chance);
});

test('a group from before there was a bound has all of its edges and evidence', () => {
  const { edgeCount: _count, evidenceKept: _kept, ...old } = { ...stored, evidenceCount: 7 };
  expect(toGroup(old)).toMatchObject({ edgeCount: 1, evidenceCount: 7, evidenceKept: 7 });
  expect(toGroup({ ...stored, edgeCount: 9, evidenceCount: 7, evidenceKept: 3 })).toMatchObject({
    ...{ edgeCount: 9, evidenceCount: 7, evidenceKept: 3 },
  });
});

test('an edge keeps its figures', () => {
  const [edge] = stored.edges;
  expect(toEdge(edge!)).toEqual({ ...edge, from: { id: 'a' }, to: { id: 'b' } });
});
