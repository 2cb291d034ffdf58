import { readFileSync } from 'node:fs';
import { buildASTSchema, buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { packageFile } from '#platform/package-root.js';
import { costWeights } from './cost-weights.js';
import { operationCost } from './operation-cost.js';

/** Nothing in it says what anything costs. */
const BARE = `
  type Query { people(first: Int = 50, after: String): PersonConnection! ranking: [Person!]! person: Person newest(limit: Int): [Person] }
  type Mutation { rename(id: ID!): Person }
  type Person { name: String friends(first: Int = 50): PersonConnection! }
  type PersonConnection { nodes: [Person!]! edges: [PersonEdge!]! totalCount: Int }
  type PersonEdge { node: Person! }
`;

/** As a subgraph of a region writes it, with a name of its own for @cost. */
const WEIGHED = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", { name: "@cost", as: "@price" }, "@listSize"])
  type Query {
    search(text: String @price(weight: 7), top: Int, last: Int): [Hit!]! @listSize(slicingArguments: ["top", "last"], assumedSize: 30, requireOneSlicingArgument: false)
    page(size: Int = 5): Page @listSize(slicingArguments: ["size"], sizedFields: ["hits"], requireOneSlicingArgument: false)
    tags: [String!]! @listSize(assumedSize: 12)
    heavy: String @price(weight: 100)
    any: Node
  }
  type Page { hits: [Hit!]! others: [Hit!]! }
  interface Node { id: ID slow: Int }
  type Hit implements Node @price(weight: 3) { id: ID slow: Int @price(weight: 40) map: Map mood: Mood }
  scalar Map @price(weight: 5)
  enum Mood @price(weight: 2) { GOOD }
`;

function costIn(sdl: string) {
  const document = parse(sdl);
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  return (query: string, variables: Record<string, unknown> = {}) =>
    operationCost({ schema, weights: costWeights(document), document: parse(query) }).of(variables);
}

describe('where the schema says nothing', () => {
  const cost = costIn(BARE);

  test.each([
    ['{ __typename }', 0],
    ['{ person { name } }', 1],
    ['mutation { rename(id: 1) { name } }', 11],
    ['{ people { nodes { name } } }', 1 + 50],
    ['{ people { totalCount } }', 1],
    ['{ people(first: 7) { edges { node { name } } } }', 1 + 7 * 2],
    ['{ people(first: -7) { nodes { name } } }', 1],
    ['{ people(first: 10) { nodes { friends(first: 20) { nodes { name } } } } }', 1 + 10 * (1 + 1 + 20)],
    ['{ people(first: 9999) { nodes { name } } }', 1 + 9999],
    ['{ ranking { friends(first: 10) { totalCount } } }', 20 * 2],
    ['{ newest(limit: 3) { name } }', 3],
    ['{ newest { name } }', 50],
    ['query ($n: Int) { people(first: $n) { nodes { name } } }', 1 + 3],
    ['query ($absent: Int) { people(first: $absent) { nodes { name } } }', 1 + 50],
    ['query ($absent: Int = 400) { people(first: $absent) { nodes { name } } }', 1 + 400],
    [
      'query ($on: Boolean!) { people(first: 9) @skip(if: $on) { nodes { name } } person @include(if: $on) { name } }',
      1,
    ],
    [
      '{ people(first: 2) { ...C } } fragment C on PersonConnection { nodes { ...P } } fragment P on Person { name }',
      3,
    ],
    [
      '{ people(first: 2) { nodes { ...P ... on Person { friends(first: 3) { nodes { name } } } } } } fragment P on Person { friends(first: 5) { nodes { name } } }',
      1 + 2 * (1 + 1 + 3 + 1 + 5),
    ],
  ])('%s costs %i', (query, points) => {
    expect(cost(query, { n: 3, on: true })).toBe(points);
  });

  test('fragments that spread each other twice are weighed in no time', () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`);
    const last = 'fragment F60 on Person { friends(first: 1) { totalCount } }';
    expect(cost(`{ person { ...F0 } } ${doubling.join(' ')} ${last}`)).toBe(Number.MAX_SAFE_INTEGER);
    expect(cost(`{ person { ...F50 } } ${doubling.slice(50).join(' ')} ${last}`)).toBe(1 + 2 ** 10);
  });

  test('tools may ask for the schema, and nobody for types in types in types', () => {
    expect(cost(getIntrospectionQuery())).toBeLessThan(25_000);
    const round = (inside: string) => `fields { type { ${inside} } }`;
    expect(cost(`{ __schema { types { ${round(round(round(round('name'))))} } } }`)).toBeGreaterThan(50_000);
  });
});

describe('where the schema has weights', () => {
  test('composition carries them, and they are those that count', () => {
    const cost = costIn(composeSupergraph([{ name: 'region', typeDefs: parse(WEIGHED), url: 'http://127.0.0.1/' }]));
    expect(cost('{ heavy }')).toBe(100);
    expect(cost('{ tags }')).toBe(0);
    expect(cost('{ search { id } }')).toBe(30 * 3);
    expect(cost('query ($t: String) { search(text: $t, top: 4, last: 6) { map mood } }')).toBe(7 + 6 * (3 + 5 + 2));
    expect(cost('{ page { hits { id } others { id } } }')).toBe(1 + 5 * 3 + 20 * 3);
    expect(cost('query ($s: Int) { page(size: $s) { hits { slow } } }', { s: 2 })).toBe(1 + 2 * (3 + 40));
    // Through an interface, as the dearest of what may be behind it.
    expect(cost('{ any { slow } }')).toBe(1 + 40);
  });
});

test('it is said where most of the cost lies', () => {
  const schema = buildSchema(BARE);
  const dearest = (query: string) =>
    operationCost({ schema, weights: costWeights(parse(BARE)), document: parse(query) }).dearest({});
  const inner = 'friends(first: 100) { nodes { close: friends(first: 10) { edges { node { name } } } } }';
  expect(
    dearest(
      `{ person { name } all: people(first: 10) { ...C } } fragment C on PersonConnection { nodes { ${inner} } }`,
    ),
  ).toEqual({
    path: 'all.nodes.friends.nodes.close.edges',
    cost: 10 * 100 * 10 * 2,
  });
});

describe('the hub', () => {
  const supergraph = parse(readFileSync(packageFile('gateway/supergraph.graphql'), 'utf8'));
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const weights = costWeights(supergraph);
  const cost = (query: string) => operationCost({ schema, weights, document: parse(query) }).of({});
  const around = 'neighbourhood(issue: "i") { total }';

  test('few walks fit in one operation, and a usual one does', () => {
    const path = 'spreadPath(from: "a", to: "b", issue: "i")';
    expect(cost(`{ ${path} { length } }`)).toBe(4500);
    expect(cost(`{ coTimedGroup(id: "g") { members(first: 10) { nodes { ${around} } } } }`)).toBeLessThan(50_000);
    expect(cost(`{ coTimedGroup(id: "g") { members(first: 12) { nodes { ${around} } } } }`)).toBeGreaterThan(50_000);
    expect(cost('{ issue(id: "i") { hoaxCluster(claim: "c") { isCut } } }')).toBe(1 + 4500);
  });

  test('groups with the figures of their edges and with layer groups can be asked for in pages of the usual size', () => {
    const ofRun = (lists: string) => cost(`{ run(id: "r") { coTimedGroups { nodes { ${lists} } } } }`);
    expect(ofRun('edges { nodes { tests { qWho } } }')).toBe(2 + 50 * (2 + 50 * (1 + 8)));
    expect(ofRun('layerGroups { nodes { alsoIn { id } } }')).toBe(2 + 50 * (2 + 50 * (1 + 10)));
  });
});
