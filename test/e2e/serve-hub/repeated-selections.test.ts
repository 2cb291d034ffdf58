import { ask } from './ask.js';
import { ISSUE } from './hub-data.js';
import { type RunningHub, runningHub } from './running-hub.js';

let hub: RunningHub;

beforeAll(async () => {
  hub = await runningHub();
});

afterAll(() => hub.stop());

const ONCE = '{ mentions(first: 3) { nodes { id kind account { label } } } }';

test.each([
  [
    'in the same subgraph and then in another',
    '{ mentions(first: 3) { nodes { id kind } nodes { account { label } } } }',
  ],
  [
    'with the list above it',
    '{ mentions(first: 3) { nodes { id } } mentions(first: 3) { nodes { kind account { label } } } }',
  ],
  ['in a fragment before it', '{ mentions(first: 3) { ... { nodes { id kind } } nodes { account { label } } } }'],
  [
    'in a fragment behind it',
    '{ mentions(first: 3) { nodes { id } ... on MentionConnection { nodes { kind account { label } } } } }',
  ],
  [
    'in named fragments',
    `{ mentions(first: 3) { ...Ids ...Kinds nodes { account { ...Label } } } } fragment Label on Account { label }
     fragment Ids on MentionConnection { nodes { id } } fragment Kinds on MentionConnection { ...Ids nodes { kind } }`,
  ],
])('a list that is selected again %s has its items once', async (_, query) => {
  const [once, again] = [await ask(hub.url, ONCE), await ask(hub.url, query)];
  expect(again.errors).toBeUndefined();
  expect(once.data.mentions.nodes).toHaveLength(3);
  expect(again.data).toEqual(once.data);
});

test('a list under another name is a list of its own', async () => {
  const { data } = await ask(
    hub.url,
    '{ mentions(first: 2) { nodes { id } nodes { kind } } few: mentions(first: 1) { nodes { id } all: nodes { account { label } } } }',
  );
  expect(data.mentions.nodes.map(Object.keys)).toEqual([
    ['id', 'kind'],
    ['id', 'kind'],
  ]);
  expect(data.few.nodes.map(Object.keys)).toEqual([['id']]);
  expect(data.few.all.map(Object.keys)).toEqual([['account']]);
});

test('lists in lists, and lists of plain values, that are selected again', async () => {
  const group = (inside: string) => ask(hub.url, `{ issue(id: "${ISSUE}") { coTimedGroups(first: 1) { ${inside} } } }`);
  const once = await group('nodes { id behaviours members { nodes { id label } } explanations { kind share } }');
  const again = await group(
    `nodes { id behaviours members { nodes { id } } explanations { kind } }
     nodes { behaviours behaviours members { nodes { label } } explanations { share } }`,
  );
  expect(again.errors).toBeUndefined();
  expect(once.data.issue.coTimedGroups.nodes[0].members.nodes.length).toBeGreaterThan(1);
  expect(again.data).toEqual(once.data);
});

test('@include and @skip decide for each request what is asked', async () => {
  const keys = async (kind: boolean, label: boolean) => {
    const { data } = await ask(
      hub.url,
      `query ($kind: Boolean!, $label: Boolean = true) { mentions(first: 1) {
         nodes @include(if: $kind) { kind } nodes @skip(if: $label) { id } nodes @include(if: $label) { account { label } } } }`,
      { kind, label },
    );
    return data.mentions.nodes.map(Object.keys);
  };
  expect(await keys(true, true)).toEqual([['kind', 'account']]);
  expect(await keys(true, false)).toEqual([['kind', 'id']]);
  expect(await keys(false, true)).toEqual([['account']]);
  expect(await keys(true, true)).toEqual([['kind', 'account']]);
});

test('an operation of which nothing is left has an empty answer', async () => {
  const query = 'query ($any: Boolean!) { mentions(first: 1) @include(if: $any) { nodes { id } } }';
  expect(await ask(hub.url, query, { any: false })).toEqual({ data: {} });
  expect((await ask(hub.url, query, { any: true })).data.mentions.nodes).toHaveLength(1);
});

test.each([
  [null, 'must not be null'],
  ['x', '$any'],
])('a condition that is %j is refused', async (any, why) => {
  const query = 'query ($any: Boolean = true) { mentions(first: 1) @include(if: $any) { nodes { id } } }';
  const { data, errors } = await ask(hub.url, query, { any });
  expect(data).toBeUndefined();
  expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(why), extensions: { code: 'BAD_USER_INPUT' } });
});

test('introspection is answered through fragments too', async () => {
  const { data, errors } = await ask(
    hub.url,
    '{ ...Root } fragment Root on Query { __schema { queryType { name } } __schema { queryType { kind } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.__schema.queryType).toEqual({ name: 'Query', kind: 'OBJECT' });
});
