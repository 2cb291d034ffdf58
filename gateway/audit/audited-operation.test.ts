import { buildSchema, parse } from 'graphql';
import { auditedOperation } from './audited-operation.js';

const schema = buildSchema(`
  type Query { account(id: ID!): Int accounts(ids: [ID!], handle: String): Int issue(id: ID): Int }
  type Mutation { identify(account: ID!, purpose: String!): Int }
`);
const audited = (query: string, variableValues: Record<string, unknown> = {}, operationName?: string) =>
  auditedOperation({ schema, document: parse(query), variableValues, operationName: operationName ?? null });

test('keeps root fields, also those in fragments, and the ids that their arguments name', () => {
  const query = `query ($ids: [ID!]) { ...A again: issue(id: "banjir") { x } } fragment A on Query { accounts(ids: $ids, handle: "budi") issue(id: 7) }`;
  expect(audited(query, { ids: ['k1', 'k2'] })).toMatchObject({
    kind: 'query',
    what: { fields: ['accounts', 'issue'], ids: ['k1', 'k2', '7', 'banjir'] },
  });
});

test('keeps ids that stand as defaults of variables, unless the request gives others', () => {
  const query = 'query ($id: ID! = "k1") { account(id: $id) }';
  expect(audited(query)?.what.ids).toEqual(['k1']);
  expect(audited(query, { id: 'k2' })?.what.ids).toEqual(['k2']);
});

test.each(['Budi Santoso', 'mastodon:https://x.id/@budi/1', 'a'.repeat(81), ''])(
  'an id that may name somebody is not kept: %s',
  (id) => expect(audited('query ($id: ID!) { account(id: $id) }', { id })?.what.ids).toEqual(['(not kept)']),
);

test('one question has one hash, whatever is put into it', () => {
  const hash = (query: string) => audited(query)?.what.operation;
  const one = hash('{ accounts(ids: ["a"], handle: "budi") }');
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(hash('{ accounts(ids: [], handle: "siti") }')).toBe(one);
  expect(hash('{ accounts(ids: []) }')).not.toBe(one);
});

test('of several operations the one that runs counts, and type names alone are no question', () => {
  const query = 'query A { issue } mutation B { identify(account: "k1", purpose: "why") } query C { __typename }';
  expect(audited(query, {}, 'B')).toMatchObject({ kind: 'mutation', what: { fields: ['identify'], ids: ['k1'] } });
  expect(audited(query, {}, 'C')).toBeNull();
});
