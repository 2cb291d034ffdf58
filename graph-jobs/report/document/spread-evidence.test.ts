import type { CoTimedEdge, EvidenceRow } from '#domain/finding.js';
import { spreadEvidence } from './spread-evidence.js';

const edge = (to: string, weight: number): CoTimedEdge => ({
  ...{ from: 'a', to, behaviour: 'CO_LINK', weight, objects: 1 },
});

/** Edge by edge, as a finding lists its evidence. */
function* evidenceOf(edges: readonly CoTimedEdge[]): Generator<EvidenceRow> {
  for (const { from, to, behaviour, weight } of edges)
    for (let i = 0; i < weight; i += 1)
      yield {
        ...{ from, to, behaviour, object: `link${i}`, fromMentionId: 'x:1', toMentionId: 'x:2' },
        ...{ fromTime: 0, toTime: i },
      };
}

const spread = (edges: readonly CoTimedEdge[], most: number) =>
  spreadEvidence(edges, evidenceOf(edges), most).map(({ to, row }) => `${to} ${row}`);

test('shows one row of each edge before a second of any, heaviest edge first, with its number in the finding', () => {
  expect(spread([edge('b', 2), edge('c', 50), edge('d', 3)], 5)).toEqual(['c 3', 'd 53', 'b 1', 'c 4', 'd 54']);
});

test('shows the heaviest edges where there are more edges than rows', () => {
  expect(spread([edge('b', 2), edge('c', 9), edge('d', 3)], 2)).toEqual(['c 3', 'd 12']);
});

test('shows all there is where that is little', () => {
  expect(spread([edge('b', 2), edge('c', 1)], 12)).toEqual(['b 1', 'c 3', 'b 2']);
});

test('reads the evidence no further than it must', () => {
  const edges = [edge('b', 9), edge('c', 2)];
  let read = 0;
  const counted = function* () {
    for (const row of evidenceOf(edges)) {
      read += 1;
      yield row;
    }
  };
  expect(spreadEvidence(edges, counted(), 1)).toHaveLength(1);
  expect(read).toBeLessThanOrEqual(2);
});
