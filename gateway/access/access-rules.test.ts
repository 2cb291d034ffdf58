import { parse } from 'graphql';
import { composeSupergraph } from '../compose-supergraph.js';
import { accessRules } from './access-rules.js';
import { restrictsAccess } from './security-features.js';

const supergraphOf = (body: string, imported = '"@key", "@authenticated", "@requiresScopes", "@policy"') =>
  composeSupergraph([
    {
      name: 'people',
      typeDefs: parse(
        `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imported}]) ${body}`,
      ),
    },
  ]);
const refusal = { code: 'BAD_SUPERGRAPH' };

test('a field needs what it says, what its type says and what the type that it gives says', () => {
  const sdl = supergraphOf(`
    type Query { me: Me @authenticated }
    type Me @requiresScopes(scopes: [["a", "b"], ["c"]]) { name: String @authenticated }`);
  const rules = accessRules(parse(sdl));
  const scopes = { at: 'Me', anyOf: [['a', 'b'], ['c']] };
  expect(rules.requirements('Query', 'me')).toEqual([{ at: 'Query.me', anyOf: null }, scopes]);
  expect(rules.requirements('Me', 'name')).toEqual([scopes, { at: 'Me.name', anyOf: null }]);
  expect(rules.requirements('Me', '__typename')).toEqual([]);
  expect([...rules.scopes].sort()).toEqual(['a', 'b', 'c']);
});

test.each([
  ['@policy', supergraphOf('type Query { a: Int @policy(policies: [["p"]]) }')],
  [
    'a rule under another name',
    supergraphOf('type Query { a: Int }').replace(
      ' {\n',
      ' @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "known", for: SECURITY) {\n',
    ),
  ],
  [
    'a security feature that nobody here knows',
    supergraphOf('type Query { a: Int }').replace(
      ' {\n',
      ' @link(url: "https://example.org/lock/v1.0", for: SECURITY) {\n',
    ),
  ],
  [
    'a rule as @join__directive',
    supergraphOf('type Query { a: Int }').replace(
      'a: Int',
      'a: Int @join__directive(graphs: [PEOPLE], name: "federation__authenticated")',
    ),
  ],
])('refuses %s', (_, sdl) => {
  expect(() => accessRules(parse(sdl))).toThrow(expect.objectContaining(refusal));
  expect(restrictsAccess(parse(sdl))).toBe(true);
});

test('tells a supergraph that restricts nothing', () => {
  expect(restrictsAccess(parse(supergraphOf('type Query { a: Int }')))).toBe(false);
  expect(restrictsAccess(parse(supergraphOf('type Query { a: Int @authenticated }')))).toBe(true);
});
