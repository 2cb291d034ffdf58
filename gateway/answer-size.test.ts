import { buildSchema, parse } from 'graphql';
import { largestAnswer } from './answer-size.js';

const schema = buildSchema(`
  type Query { people(first: Int = 50, after: String): PersonConnection! ranking: [Person!]! person: Person }
  type Person { name: String friends(first: Int = 50): PersonConnection! }
  type PersonConnection { nodes: [Person!]! edges: [PersonEdge!]! totalCount: Int }
  type PersonEdge { node: Person! }
`);

test.each([
  ['{ person { name } }', 0],
  ['{ __schema { types { name } } }', 0],
  ['{ people { nodes { name } } }', 50],
  ['{ people(first: 7) { edges { node { name } } } }', 7],
  ['{ people(first: 10) { nodes { friends(first: 20) { totalCount } } } }', 10 * 21],
  ['{ people(first: 9999) { nodes { name } } }', 500],
  ['{ ranking { friends(first: 10) { totalCount } } }', 20 * 11],
  ['query ($n: Int) { people(first: $n) { totalCount } }', 3],
  ['query ($absent: Int) { people(first: $absent) { totalCount } }', 50],
  ['query ($absent: Int = 400) { people(first: $absent) { totalCount } }', 400],
  [
    '{ people(first: 2) { nodes { ...P ... on Person { friends(first: 3) { totalCount } } } } } fragment P on Person { friends(first: 5) { totalCount } }',
    2 * 9,
  ],
])('%s may hold %i items', (query, items) => {
  expect(largestAnswer({ schema, document: parse(query), variables: { n: 3 } })).toBe(items);
});

test('fragments that spread each other twice are counted in no time', () => {
  const doubling = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`);
  const last = 'fragment F60 on Person { friends(first: 1) { totalCount } }';
  const document = parse(`{ person { ...F0 } } ${doubling.join(' ')} ${last}`);
  expect(largestAnswer({ schema, document, variables: {} })).toBe(2 ** 60);
});
