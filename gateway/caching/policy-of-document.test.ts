import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fc from 'fast-check';
import { parse } from 'graphql';
import { policyOfDocument } from './policy-of-document.js';
import { policyOfHeaders } from './policy-of-headers.js';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  enum CacheControlScope { PUBLIC PRIVATE }
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  type Query {
    bare: Thing
    long: Thing @cacheControl(maxAge: 500)
    inheriting: Thing @cacheControl(inheritMaxAge: true)
    register: Register
    registers: [Register!]! @cacheControl(maxAge: 700)
    own: Register @cacheControl(scope: PRIVATE)
    named: Named @cacheControl(maxAge: 50)
    number: Int
    keptNumber: Int @cacheControl(maxAge: 40)
  }
  interface Named @cacheControl(maxAge: 90) { name: String short: Register }
  type Thing @key(fields: "id") { id: ID text: String few: Int @cacheControl(maxAge: 5) never: Int @cacheControl(maxAge: 0) thing: Thing inheriting: Thing @cacheControl(inheritMaxAge: true) register: Register mine: String @cacheControl(scope: PRIVATE) part: Part }
  type Part @cacheControl(inheritMaxAge: true) { text: String thing: Thing @cacheControl(maxAge: 20) }
  type Register implements Named @key(fields: "id") @cacheControl(maxAge: 300) { id: ID name: String short: Register parent: Register @cacheControl(maxAge: 30) part: Part inheriting: Register @cacheControl(inheritMaxAge: true, scope: PRIVATE) }
  type Secret @key(fields: "id") @cacheControl(maxAge: 100, scope: PRIVATE) { id: ID name: String }
`;

const NODE = { __typename: 'Register', id: '1', text: 't', name: 'n', few: 1, never: 1, mine: 'm', number: 1 };
const node = (): unknown =>
  new Proxy(NODE, { get: (values, key) => values[key as keyof typeof NODE] ?? (key === 'then' ? undefined : node()) });
const reference = { __resolveReference: node };
const schema = buildSubgraphSchema([
  {
    typeDefs: parse(SDL),
    resolvers: {
      Query: {
        number: () => 1,
        keptNumber: () => 1,
        registers: () => [node()],
        bare: node,
        long: node,
        inheriting: node,
        register: node,
        own: node,
        named: node,
      },
      Named: { __resolveType: () => 'Register' },
      Thing: reference,
      Register: reference,
      Secret: reference,
    } as never,
  },
]);
const server = new ApolloServer({ schema });
beforeAll(() => server.start());
afterAll(() => server.stop());

const LEAVES: Readonly<Record<string, readonly string[]>> = {
  Query: ['number', 'keptNumber', '__typename'],
  Thing: ['id', 'text', 'few', 'never', 'mine'],
  Part: ['text'],
  Register: ['id', 'name'],
  Named: ['name', '__typename'],
};
const OBJECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Query: {
    bare: 'Thing',
    long: 'Thing',
    inheriting: 'Thing',
    register: 'Register',
    registers: 'Register',
    own: 'Register',
    named: 'Named',
  },
  Thing: { thing: 'Thing', inheriting: 'Thing', register: 'Register', part: 'Part' },
  Part: { thing: 'Thing' },
  Register: { short: 'Register', parent: 'Register', part: 'Part', inheriting: 'Register' },
  Named: { short: 'Register', '... on Register': 'Register' },
};

/** Selections of a type, at most so deep. */
function selection(type: string, depth: number): fc.Arbitrary<string> {
  const leaf = fc.constantFrom(...LEAVES[type]!);
  const fields = Object.entries(OBJECTS[type]!).map(([field, of]) =>
    depth === 0 ? leaf : selection(of, depth - 1).map((inside) => `${field} ${inside}`),
  );
  const many = fc.uniqueArray(fc.oneof(leaf, ...fields), {
    minLength: 1,
    maxLength: 2,
    selector: (text) => text.split(' ')[0],
  });
  return many.map((texts) => `{ ${texts.join(' ')} }`);
}

async function byApollo(query: string, variables = {}) {
  const answer = await server.executeOperation({ query, variables }, { contextValue: {} });
  expect(answer.body.kind === 'single' && answer.body.singleResult.errors).toBeUndefined();
  return policyOfHeaders(Object.fromEntries(answer.http.headers));
}

test('the policy of a document is that of Apollo Server for an answer that has all of it', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(selection('Query', 3), async (query) => {
      const policy = policyOfDocument(schema, parse(query));
      if (policy) kept += 1;
      expect(policy).toEqual(await byApollo(query));
    }),
    { numRuns: 1500 },
  );
  expect(kept).toBeGreaterThan(100);
});

test.each([
  ['... on Register { name }', ['Register'], { maxAgeSeconds: 300, isPrivate: false }],
  ['... on Register { name parent { name } }', ['Register'], { maxAgeSeconds: 30, isPrivate: false }],
  ['... on Secret { name }', ['Secret'], { maxAgeSeconds: 100, isPrivate: true }],
  ['... on Secret { name } ... on Register { id }', ['Secret', 'Register'], { maxAgeSeconds: 100, isPrivate: true }],
  ['... on Thing { text }', ['Thing'], null],
  ['__typename', ['Thing'], null],
])('entities have the hints of their types: %s', async (selected, types, policy) => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${selected} } }`;
  const r = types.map((__typename) => ({ __typename, id: '1' }));
  expect(policyOfDocument(schema, parse(query))).toEqual(policy);
  expect(await byApollo(query, { r })).toEqual(policy);
});

test('fragments count, skipped fields too, and introspection is not kept', () => {
  const policyOf = (query: string) => policyOfDocument(schema, parse(query));
  expect(policyOf('{ register { ...F } } fragment F on Register { parent { name } }')?.maxAgeSeconds).toBe(30);
  expect(policyOf('query ($s: Boolean!) { register { name parent @skip(if: $s) { id } } }')?.maxAgeSeconds).toBe(30);
  expect(policyOf('{ __typename }')).toBeNull();
  expect(policyOf('{ register { name } __schema { description } }')).toBeNull();
  expect(policyOf('{ register { name } _service { sdl } }')).toBeNull();
});
