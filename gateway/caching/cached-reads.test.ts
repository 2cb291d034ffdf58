import { buildSubgraphSchema } from '@apollo/subgraph';
import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import { type GraphQLError, parse } from 'graphql';
import { ANYONE, type Caller } from '#domain/caller.js';
import { inProcessConnection } from '../in-process-connection.js';
import { AnswerCache } from './answer-cache.js';
import { cachedReads } from './cached-reads.js';
import { forgettingMutations } from './forgetting-mutations.js';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  enum CacheControlScope { PUBLIC PRIVATE }
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
  type Query { shelf(n: Int): Shelf mine: String @cacheControl(maxAge: 10, scope: PRIVATE) live: Int }
  type Mutation { restock: Int }
  type Shelf @key(fields: "n") @cacheControl(maxAge: 10) { n: Int stock: Int goods(most: Int): [String!] fails: Int }
`;
const ENTITIES = parse(
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Shelf { n stock } } }',
);
const TWO_LISTS = parse(
  'query ($a: [_Any!]!, $b: [_Any!]!) { _e0: _entities(representations: $a) { ... on Shelf { n stock } } _e1: _entities(representations: $b) { ... on Shelf { goods } } }',
);
const SARI: Caller = { principal: 'user:sari', role: 'NATIONAL_ANALYST', scopes: ['a'], regions: null, agencyId: null };

interface Shelf {
  readonly n: number;
}

/** A subgraph, what it was asked for, and what is kept of it. */
function subgraph(cache = new AnswerCache(1024 * 1024)) {
  const asked: unknown[] = [];
  const world = { stock: 1, failing: new Set<number>() };
  const shelf = async ({ n }: Shelf) => {
    asked.push(n);
    if (world.failing.has(n)) throw new Error(`shelf ${n}`);
    return n < 0 ? null : { __typename: 'Shelf', n, stock: world.stock, goods: ['soap', 'rice'] };
  };
  const resolvers = {
    Query: {
      shelf: (_: unknown, given: Shelf) => shelf(given),
      mine: (_: unknown, __: unknown, { caller }: { caller: Caller }) =>
        `of ${caller.principal}, ${asked.push('mine')}`,
      live: () => asked.push('live'),
    },
    Mutation: { restock: () => (world.stock += 1) },
    Shelf: {
      __resolveReference: shelf,
      goods: ({ goods }: { goods: string[] }, { most }: { most: number | null }) => goods.slice(0, most ?? undefined),
      fails: () => Promise.reject(new Error('fails')),
    },
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(SDL), resolvers: resolvers as never }]);
  const local = { name: 'goods', schema, createContext: (caller: Caller) => ({ caller }) };
  const real = inProcessConnection([local], (error) => error as GraphQLError);
  const count = { hits: 0, misses: 0 };
  const told: string[] = [];
  const kept = cachedReads(
    forgettingMutations(
      real,
      () => cache.forget(),
      async () => void told.push('told'),
    ),
    cache,
    (_, { hits, misses }) => {
      count.hits += hits;
      count.misses += misses;
    },
  );
  const send = (more: Partial<ExecutionRequest>, caller = SARI) =>
    kept.executor('goods')({
      document: ENTITIES,
      operationType: 'query',
      context: { caller },
      ...more,
    } as never) as Promise<ExecutionResult>;
  const ask = (query: string, caller = SARI, variables = {}) => send({ document: parse(query), variables }, caller);
  const shelves = (...ns: number[]) =>
    send({ variables: { representations: ns.map((n) => ({ __typename: 'Shelf', n })) } });
  return { asked, world, count, told, kept, send, ask, shelves, cache };
}

test('a query is asked once, by what it says and not by the object it is, and again for other variables', async () => {
  const { ask, asked, count } = subgraph();
  const query = 'query ($n: Int) { shelf(n: $n) { n stock } }';
  for (const n of [1, 1, 2, 1]) expect((await ask(query, SARI, { n })).data).toEqual({ shelf: { n, stock: 1 } });
  expect(asked).toEqual([1, 2]);
  expect(count).toEqual({ hits: 2, misses: 2 });
});

test('what has no hint is asked each time, and is no miss', async () => {
  const { ask, asked, count } = subgraph();
  for (let i = 0; i < 2; i += 1) await ask('{ live shelf(n: 1) { n } }');
  expect(asked).toEqual(['live', 1, 'live', 1]);
  expect(count).toEqual({ hits: 0, misses: 0 });
});

test('of entities those that are not known are asked for, once, and all come in order', async () => {
  const { shelves, asked, world } = subgraph();
  await shelves(2, 4);
  world.stock = 9;
  const { data } = await shelves(1, 2, 3, 4, 5);
  const stock = (n: number) => ({ n, stock: n % 2 === 0 ? 1 : 9 });
  expect(data).toEqual({ _entities: [1, 2, 3, 4, 5].map(stock) });
  expect(asked).toEqual([2, 4, 1, 3, 5]);
  expect((await shelves(5, 1)).data).toEqual({ _entities: [stock(5), stock(1)] });
  expect(asked).toHaveLength(5);
});

test('an error of an entity is at its place of the whole, and nothing of its answer is kept', async () => {
  const { shelves, asked, world } = subgraph();
  await shelves(1, 2);
  world.failing.add(4);
  const { data, errors } = await shelves(1, 3, 2, 4);
  expect(data).toEqual({ _entities: [{ n: 1, stock: 1 }, { n: 3, stock: 1 }, { n: 2, stock: 1 }, null] });
  expect(errors?.map(({ message, path }) => [message, path])).toEqual([['shelf 4', ['_entities', 3]]]);
  world.failing.clear();
  asked.length = 0;
  expect((await shelves(3, 4, 1)).errors).toBeUndefined();
  expect(asked).toEqual([3, 4]);
});

test('a whole answer with an error is not kept, nor what is not there', async () => {
  const { ask, asked, shelves } = subgraph();
  for (let i = 0; i < 2; i += 1) expect((await ask('{ shelf(n: 1) { n fails } }')).errors).toHaveLength(1);
  for (let i = 0; i < 2; i += 1) expect((await ask('{ shelf(n: -1) { n } }')).data).toEqual({ shelf: null });
  for (let i = 0; i < 2; i += 1) expect((await shelves(-2)).data).toEqual({ _entities: [null] });
  expect(asked).toEqual([1, 1, -1, -1, -2, -2]);
});

test('several lists of entities in one request are each parted', async () => {
  const { send, asked } = subgraph();
  const of = (...ns: number[]) => ns.map((n) => ({ __typename: 'Shelf', n }));
  await send({ document: TWO_LISTS, variables: { a: of(1), b: of(2) } });
  asked.length = 0;
  const { data } = await send({ document: TWO_LISTS, variables: { a: of(2, 1), b: of(2, 1) } });
  const goods = { goods: ['soap', 'rice'] };
  expect(data).toEqual({
    _e0: [
      { n: 2, stock: 1 },
      { n: 1, stock: 1 },
    ],
    _e1: [goods, goods],
  });
  expect(asked.sort()).toEqual([1, 2]);
});

test('who gets a kept answer may write into it, and nobody sees that', async () => {
  const { ask, shelves } = subgraph();
  for (let i = 0; i < 3; i += 1) {
    const { data } = await ask('{ shelf(n: 1) { n goods } }');
    expect(data).toEqual({ shelf: { n: 1, goods: ['soap', 'rice'] } });
    data.shelf.goods.push('mine');
    data.shelf.n = 7;
    const entities = (await shelves(1)).data._entities;
    expect(entities).toEqual([{ n: 1, stock: 1 }]);
    entities[0].stock = 'mine';
  }
});

test('PRIVATE is for one caller, the rest for all of the same rows, and for nobody else', async () => {
  const { ask, asked } = subgraph();
  const dewi = { ...SARI, principal: 'user:dewi' };
  const others = [ANYONE, { ...SARI, regions: [] }, { ...SARI, agencyId: 'bpbd' }, { ...SARI, scopes: [] }];
  for (const caller of [SARI, dewi, SARI, dewi])
    expect((await ask('{ mine }', caller)).data.mine).toMatch(caller.principal);
  expect(asked).toEqual(['mine', 'mine']);
  for (const caller of [SARI, dewi, ...others, ...others]) await ask('{ shelf(n: 1) { n } }', caller);
  expect(asked).toHaveLength(2 + 1 + others.length);
});

test('after a mutation all is read anew, by others too, and others are told', async () => {
  const { ask, send, shelves, told } = subgraph();
  const stock = async () => (await ask('{ shelf(n: 1) { stock } }')).data.shelf.stock;
  expect([await stock(), (await shelves(1)).data._entities[0].stock]).toEqual([1, 1]);
  await send({ document: parse('mutation { restock }'), operationType: 'mutation' as never });
  expect([await stock(), (await shelves(1)).data._entities[0].stock]).toEqual([2, 2]);
  expect(told).toEqual(['told']);
});

test('a read that a mutation overlapped is not kept', async () => {
  const { ask, send, asked } = subgraph();
  const [{ data }] = await Promise.all([
    ask('{ shelf(n: 1) { stock } }'),
    send({ document: parse('mutation { restock }'), operationType: 'mutation' as never }),
  ]);
  expect(data.shelf.stock).toBe(1);
  expect((await ask('{ shelf(n: 1) { stock } }')).data.shelf.stock).toBe(2);
  expect(asked).toEqual([1, 1]);
});

test('events of a subscription and subscribers read past it, and connections of one cache share nothing', async () => {
  const cache = new AnswerCache(1024 * 1024);
  const [one, other] = [subgraph(cache), subgraph(cache)];
  await one.shelves(1);
  const request = {
    document: ENTITIES,
    operationType: 'query',
    variables: { representations: [{ __typename: 'Shelf', n: 1 }] },
  };
  await one.kept.live!.executor('goods')({ ...request, context: { caller: SARI } } as never);
  expect(one.asked).toEqual([1, 1]);
  await other.shelves(1);
  expect(other.asked).toEqual([1]);
});

const GOODS = parse(
  'query ($representations: [_Any!]!, $most: Int = 1) { _entities(representations: $representations) { ... on Shelf { n goods(most: $most) } } }',
);

test('entities are known by the variables that are used in them, and null is not what is left out', async () => {
  const { send, asked } = subgraph();
  const goods = async (more: object) => {
    const representations = [{ __typename: 'Shelf', n: 7 }];
    const { data } = await send({ document: GOODS, variables: { representations, ...more } });
    return data._entities[0].goods;
  };
  const all = [
    [{}, ['soap']],
    [{ most: null }, ['soap', 'rice']],
    [{ most: 2 }, ['soap', 'rice']],
    [{ most: 0 }, []],
  ] as const;
  for (const [more, wanted] of [...all, ...all]) expect(await goods(more)).toEqual(wanted);
  expect(asked).toHaveLength(all.length);
});
