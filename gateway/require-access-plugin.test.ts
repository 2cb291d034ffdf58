import { parse } from 'graphql';
import { composeSupergraph } from './compose-supergraph.js';
import { requireAccessPlugin } from './require-access-plugin.js';

const supergraphWith = (directive: string) =>
  composeSupergraph([
    {
      name: 'people',
      typeDefs: parse(`
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])
        type Query { secret: String ${directive} open: String }`),
    },
  ]);

test.each(['@authenticated', '@requiresScopes(scopes: [["a"]])', '@policy(policies: [["p"]])'])(
  'refuses to start on %s when nothing enforces it',
  (directive) => {
    const supergraph = supergraphWith(directive);
    expect(() => requireAccessPlugin(supergraph, false)).toThrow(
      expect.objectContaining({ code: 'BAD_CONFIGURATION' }),
    );
    expect(() => requireAccessPlugin(supergraph, true)).not.toThrow();
  },
);

test('starts on a supergraph without them', () => {
  expect(() => requireAccessPlugin(supergraphWith(''), false)).not.toThrow();
});
