import { rejoinedCommunities } from './rejoined-communities.js';

function edges(pairs: readonly (readonly [number, number])[]) {
  return {
    length: pairs.length,
    from: Uint32Array.from(pairs, ([from]) => from),
    to: Uint32Array.from(pairs, ([, to]) => to),
    weight: new Uint32Array(pairs.length).fill(2),
  };
}

const all = (members: readonly number[]) =>
  members.flatMap((one, i) => members.slice(i + 1).map((other) => [one, other] as const));

test('halves of one dense group are one again', () => {
  const members = [1, 2, 3, 4, 5, 6];
  expect(
    rejoinedCommunities(
      [
        [1, 3, 5],
        [2, 4, 6],
      ],
      edges(all(members)),
    ),
  ).toEqual([members]);
});

test('three parts of which each is tied to the next come together step by step', () => {
  const parts = [
    [1, 2],
    [3, 4],
    [5, 6],
  ];
  expect(rejoinedCommunities(parts, edges(all([1, 2, 3, 4, 5, 6])))).toEqual([[1, 2, 3, 4, 5, 6]]);
});

test('two groups with a few edges between them stay two', () => {
  const parts = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  expect(rejoinedCommunities(parts, edges([...all(parts[0]!), ...all(parts[1]!), [1, 4], [2, 5]]))).toEqual(parts);
});

test('nothing stays nothing', () => {
  expect(rejoinedCommunities([], edges([]))).toEqual([]);
});
