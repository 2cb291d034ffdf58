import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, parse } from 'graphql';
import { packageFile } from '#platform/package-root.js';
import { largestAnswer, SHORTER_LISTS, WALKS } from './answer-size.js';

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
  expect(largestAnswer({ schema, document: parse(query), variables: { n: 3 } })).toMatchObject({ items });
});

test('fragments that spread each other twice are counted in no time', () => {
  const doubling = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`);
  const last = 'fragment F60 on Person { friends(first: 1) { totalCount } }';
  const document = parse(`{ person { ...F0 } } ${doubling.join(' ')} ${last}`);
  expect(largestAnswer({ schema, document, variables: {} })).toMatchObject({ items: 2 ** 60 });
});

const hub = buildSchema(readFileSync(packageFile('subgraphs/spread/schema.graphql'), 'utf8'), { assumeValidSDL: true });
const sizeOf = (query: string) => largestAnswer({ schema: hub, document: parse(query), variables: { n: 300 } });
const AROUND = 'neighbourhood(issue: "i") { total }';

test.each([
  ['{ job(id: "j") { id } }', 0],
  ['{ spreadPath(from: "a", to: "b", issue: "i") { length } }', 1],
  [`{ spreadPath(from: "a", to: "b", issue: "i") { accounts { ${AROUND} } } }`, 1 + 20],
  [`{ coTimedGroup(id: "g") { members { nodes { ${AROUND} } } } }`, 50],
  [`{ coTimedGroup(id: "g") { members(first: 2) { nodes { a: ${AROUND} b: ${AROUND} } } } }`, 4],
  [
    `query ($n: Int) { coTimedGroup(id: "g") { members(first: $n) { nodes { ...A } } } } fragment A on Account { ${AROUND} }`,
    300,
  ],
  ['{ run(id: "r") { issue { matchedClaims { nodes { claimId } } hoaxCluster(claim: "c") { isCut } } } }', 1],
  ['{ run(id: "r") { issue { matchedClaims(first: 7) { nodes { cluster { isCut } } } } } }', 7],
])('%s may ask for %i walks', (query, walks) => {
  expect(sizeOf(query).walks).toBe(walks);
});

test('lists of a path and of a neighbourhood count as all lists do', () => {
  const path = 'spreadPath(from: "a", to: "b", issue: "i")';
  expect(sizeOf(`{ ${path} { steps { mentions(first: 9) { nodes { mention { id } } } } } }`).items).toBe(20 * 10);
  const lists = 'accounts(first: 300) { nodes { distance } } edges(first: 500) { nodes { weight } }';
  expect(
    sizeOf(`{ job(id: "j") { issue { id } } ${path} { accounts { neighbourhood(issue: "i") { ${lists} } } } }`),
  ).toEqual({
    items: 20 * (1 + 300 + 500),
    walks: 1 + 20,
  });
});

test('groups with the figures of their edges and with layer groups can be asked for in pages of the usual size', () => {
  const figures = 'edges { nodes { tests { qWho } } }';
  const layers = 'layerGroups { nodes { alsoIn { id } } }';
  const ofRun = (lists: string) => sizeOf(`{ run(id: "r") { coTimedGroups { nodes { ${lists} } } } }`).items;
  expect(ofRun(figures)).toBe(50 * (1 + 50 * (1 + 8)));
  expect(ofRun(layers)).toBe(50 * (1 + 50 * (1 + 10)));
});

test('every field that counts in a way of its own is there', () => {
  for (const walk of [...WALKS, ...SHORTER_LISTS.keys()]) {
    const [typeName, field] = walk.split('.') as [string, string];
    const type = hub.getType(typeName);
    expect(isObjectType(type) && Object.keys(type.getFields())).toContain(field);
  }
});
