import { mentionColumns } from '../../test/builders/mention-columns.js';
import { cascadeForest } from './cascades/cascade-forest.js';
import { mentionPlaces } from './cascades/place-codes.js';
import { issueHops } from './issue-hops.js';

test('steps between places are counted by what is known of both, the commonest way first', () => {
  const columns = mentionColumns([
    { id: '1', account: 'a', at: 0, stream: 'NEWS', region: '31.71' },
    { id: '2', account: 'b', at: 1, parent: '1', region: '32.73' },
    { id: '3', account: 'c', at: 2, parent: '1', region: '32' },
    { id: '4', account: 'd', at: 3, parent: '2', region: '31.74' },
    { id: '5', account: 'e', at: 4, parent: '2', region: '32.04' },
    { id: '6', account: 'f', at: 5, parent: '2' },
    { id: '7', account: 'g', at: 6, parent: '6', region: '31' },
    { id: '8', account: 'h', at: 7, parent: 'never-imported', region: '51' },
  ]);
  const { platforms, provinces, streams } = issueHops(cascadeForest(columns), mentionPlaces(columns));
  expect(provinces).toEqual({
    ...{ steps: 6, known: 4, hops: 3, ways: 2 },
    commonest: [
      { from: '31', to: '32', times: 2 },
      { from: '32', to: '31', times: 1 },
    ],
  });
  expect(streams).toEqual({
    ...{ steps: 6, known: 6, hops: 2, ways: 1 },
    commonest: [{ from: 'NEWS', to: 'SOCIAL', times: 2 }],
  });
  expect(platforms).toEqual({ steps: 6, known: 6, hops: 0, ways: 0, commonest: [] });
});
