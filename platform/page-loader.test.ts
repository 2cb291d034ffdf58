import { CodedError } from '#domain/errors/coded-error.js';
import type { PageRequest } from '#domain/paging.js';
import { pageLoader } from './page-loader.js';

test('lists that are asked for alike are read at once, each in its place, and anew when they are asked for again', async () => {
  const calls: [readonly string[], string | null, PageRequest][] = [];
  const loader = pageLoader<string, string, string | null>(async (owners, only, page) => {
    calls.push([owners, only, page]);
    return owners.map((owner) => ({ items: [{ node: `${owner} ${only}`, cursor: '' }], hasNextPage: false }));
  });
  const page = { first: 2, after: null };
  const asked = [
    { owner: 'a', only: null, page },
    { owner: 'b', only: 'x', page },
    { owner: 'c', only: null, page },
    { owner: 'a', only: null, page: { first: 3, after: null } },
  ];
  const nodes = (await Promise.all(asked.map((one) => loader.load(one)))).map(({ items }) => items[0]!.node);
  expect(nodes).toEqual(['a null', 'b x', 'c null', 'a null']);
  expect(calls.map(([owners]) => owners)).toEqual([['a', 'c'], ['b'], ['a']]);
  await loader.load(asked[0]!);
  expect(calls).toHaveLength(4);
});

test('a bad cursor fails the list that it was given for, and none of its neighbours', async () => {
  const loader = pageLoader<string, string>(async (owners, _, { after }) => {
    if (after !== null) throw new CodedError('BAD_CURSOR', after);
    return owners.map((node) => ({ items: [{ node, cursor: '' }], hasNextPage: false }));
  });
  const asked = [
    { owner: 'a', only: null, page: { first: 1, after: 'bad' } },
    { owner: 'b', only: null, page: { first: 1, after: null } },
  ];
  const [bad, good] = await Promise.allSettled(asked.map((one) => loader.load(one)));
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'BAD_CURSOR' } });
  expect(good).toMatchObject({ value: { items: [{ node: 'b' }] } });
});
