import { type MentionSketch, mentionColumns } from '../../../test/builders/mention-columns.js';
import { outletOf } from './outlet-of.js';
import { sharedMarks } from './shared-marks.js';

/** Two communities of four; everybody uses the hashtag of the issue. */
const sketches: MentionSketch[] = Array.from({ length: 8 }, (_, i) => ({
  id: `${i}`,
  account: `a${i}`,
  at: i,
  hashtags: ['banjir', ...(i < 3 ? ['kemang'] : []), ...(i === 7 ? ['sendiri'] : [])],
  region: i < 4 ? '31.71' : '32.73',
  links: i > 4 ? ['https://www.kabar.example/a', 'https://kabar.example/b', 'no address'] : [],
}));
const loud: MentionSketch[] = Array.from({ length: 50 }, (_, i) => ({
  ...{ id: `loud${i}`, account: 'a4', at: 100 + i, hashtags: ['keras'] },
}));
const columns = mentionColumns([...sketches, ...loud]);
const nodes = Uint32Array.from({ length: 8 }, (_, i) => columns.accounts.findIndex(({ id }) => id === `a${i}`));
const network = { nodes: 8, account: nodes } as Parameters<typeof sharedMarks>[1];
const communities = { count: 2, community: Uint32Array.of(0, 0, 0, 0, 1, 1, 1, 1), modularity: 0, stability: null };

test('a community is marked by what its accounts share beside others, not by what all of the issue share', () => {
  const [first, second] = sharedMarks(columns, network, communities, 2);
  expect(first).toEqual([
    { kind: 'HASHTAG', name: 'kemang', accounts: 3, members: 4, elsewhere: 0, others: 4 },
    { kind: 'PROVINCE', name: '31', accounts: 4, members: 4, elsewhere: 0, others: 4 },
  ]);
  // One account that posts a hashtag fifty times, or alone, marks nothing.
  expect(second).toEqual([
    { kind: 'PROVINCE', name: '32', accounts: 4, members: 4, elsewhere: 0, others: 4 },
    { kind: 'OUTLET', name: 'kabar.example', accounts: 3, members: 4, elsewhere: 0, others: 4 },
  ]);
});

test('only the communities that are asked for are marked, and a network that is one community by what it shares', () => {
  expect(sharedMarks(columns, network, communities, 1)).toHaveLength(1);
  const whole = { ...communities, count: 1, community: new Uint32Array(8) };
  const [marks] = sharedMarks(columns, network, whole, 1);
  expect(marks![0]).toEqual({ kind: 'HASHTAG', name: 'banjir', accounts: 8, members: 8, elsewhere: 0, others: 0 });
});

test('an outlet is the site of a link', () => {
  expect(['https://www.a.example/x', 'http://b.example:80', 'nonsense', ''].map(outletOf)).toEqual([
    ...['a.example', 'b.example', '', ''],
  ]);
});
