import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { composeSupergraph } from '../compose-supergraph.js';
import { readSupergraphFile } from '../supergraph-file.js';
import { type Contract, contractSupergraph } from './contract-supergraph.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@shareable", "@authenticated"])';

const PEOPLE = `
  type Query {
    person(id: ID!, secret: Int): Person @tag(name: "open")
    people(kind: Kind! = OLD): [Person!]! @tag(name: "open")
    find(by: By!): Named @tag(name: "inner") @authenticated
  }
  type Mutation { hire: Boolean @tag(name: "inner") }
  interface Named { name: String! @tag(name: "open") }
  type Person implements Named @key(fields: "id") {
    id: ID! @tag(name: "open")
    name: String! @tag(name: "open")
    wage(year: Int!): Int @tag(name: "inner")
    alone: Alone @tag(name: "inner")
  }
  type Alone { value: Int @tag(name: "open") }
  enum Kind { OLD @tag(name: "open") NEW @tag(name: "open") LEFT @tag(name: "inner") }
  input By @tag(name: "inner") { name: String! kind: Kind }`;
const POSTS = `
  type Query { posts: [Post!]! @tag(name: "open") }
  type Post { title: String @tag(name: "open") draft: Boolean @tag(name: "open") @tag(name: "inner") by: Person! @tag(name: "open") }
  type Person @key(fields: "id") { id: ID! @tag(name: "open") posts: [Post!]! @tag(name: "open") }`;

function supergraphOf(people = PEOPLE, posts = POSTS): string {
  const source = (name: string, sdl: string) => ({ name, typeDefs: parse(`${LINK}\n${sdl}`) });
  return composeSupergraph([source('people', people), source('posts', posts)]);
}

const only = (include: string[], exclude: string[] = []): Contract => ({ include, exclude });

test('with --exclude all is left but what bears the tag, and what is reached through it alone', () => {
  const { published, fields } = contractSupergraph(supergraphOf(), only([], ['inner']));
  expect(published.replaceAll(/\s+/g, ' ')).toBe(
    'enum Kind { NEW OLD } interface Named { name: String! } ' +
      'type Person implements Named { id: ID! name: String! posts: [Post!]! } type Post { by: Person! title: String } ' +
      'type Query { people(kind: Kind! = OLD): [Person!]! person(id: ID!, secret: Int): Person posts: [Post!]! } ',
  );
  expect(fields).toEqual({ left: 8, all: 14 });
});

const TAGGED = PEOPLE.replace('id: ID!,', 'id: ID! @tag(name: "open"),').replace('= OLD', '= OLD @tag(name: "open")');

test('with --include an argument is left where it bears the tag itself', () => {
  const { published } = contractSupergraph(supergraphOf(TAGGED), only(['open']));
  expect(published).toContain('person(id: ID!): Person');
});

test('who answers a field stays as it was, and a gateway with access control takes the variant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-contract-'));
  const file = join(folder, 'variant.graphql');
  const { supergraph } = contractSupergraph(supergraphOf(TAGGED), only([], ['inner']));
  writeFileSync(file, supergraph);
  expect(Object.keys(readSupergraphFile(file, true).addresses)).toEqual(['people', 'posts']);
  rmSync(folder, { recursive: true });
  expect(contractSupergraph(supergraph, only(['open'], ['inner'])).published).toContain('posts');
});

test.each<[string, string, Contract, RegExp]>([
  [
    'a required argument is hidden',
    PEOPLE.replace('wage(year: Int!): Int @tag(name: "inner")', 'wage(year: Int! @tag(name: "inner")): Int'),
    only([], ['inner']),
    /Person\.wage\(year:\)[\s\S]*REQUIRED_INACCESSIBLE/,
  ],
  [
    'a type has nothing left',
    PEOPLE.replace('alone: Alone @tag(name: "inner")', 'alone: Alone'),
    only([], ['open']),
    /Alone[\s\S]*REFERENCED_INACCESSIBLE/,
  ],
  ['nothing can be asked', PEOPLE, only([], ['open', 'inner']), /Query/],
])('refuses a contract when %s', (_, people, contract, says) => {
  expect(() => contractSupergraph(supergraphOf(people), contract)).toThrow(
    expect.objectContaining({ code: 'CONTRACT_FAILED', message: expect.stringMatching(says) }),
  );
});

test('a tag that nothing bears is a slip, and told with those that there are', () => {
  for (const contract of [only(['opne']), only([], ['innr']), only([])])
    expect(() => contractSupergraph(supergraphOf(), contract)).toThrow(
      expect.objectContaining({ code: 'BAD_PARAMETERS' }),
    );
  try {
    contractSupergraph(supergraphOf(), only(['opne']));
  } catch (error) {
    expect(error).toMatchObject({ message: expect.stringContaining('opne'), hint: 'its tags are inner, open' });
  }
});
