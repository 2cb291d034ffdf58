import { Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { isScope } from '#domain/access/scopes.js';
import { type AccessTable, UNRULED } from '#platform/access-table.js';
import { ACCOUNTS_ACCESS } from '#subgraphs/accounts/access.js';
import { AGENCIES_ACCESS } from '#subgraphs/agencies/access.js';
import { MENTIONS_ACCESS } from '#subgraphs/mentions/access.js';
import { SPREAD_ACCESS } from '#subgraphs/spread/access.js';
import { HUB_SUBGRAPHS } from './hub-subgraphs.js';

const TABLES: Readonly<Record<string, AccessTable>> = {
  accounts: ACCOUNTS_ACCESS,
  agencies: AGENCIES_ACCESS,
  mentions: MENTIONS_ACCESS,
  spread: SPREAD_ACCESS,
};
const ROOTS = ['Query', 'Mutation', 'Subscription'];

const typesOf = (sdl: string) =>
  parse(sdl).definitions.filter(
    (one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION && Boolean(one.fields?.length),
  );
const isEntity = ({ directives = [] }: ObjectTypeDefinitionNode) => directives.some(({ name }) => name.value === 'key');

describe.each(HUB_SUBGRAPHS.map(({ name, sdl }) => [name, sdl] as const))('the rules of %s', (name, sdl) => {
  const types = typesOf(sdl);
  const table = TABLES[name]!;

  test('leave no field out: write it into access.ts of the subgraph', () => {
    const without = types.flatMap(({ name: type, fields = [] }) =>
      fields
        .filter(({ directives = [] }) => JSON.stringify(directives).includes(UNRULED))
        .map((field) => `${type.value}.${field.name.value}`),
    );
    expect(without).toEqual([]);
  });

  test('name each field of entities and root types, and none that is not there or twice', () => {
    for (const [type, rules] of Object.entries(table)) {
      const definition = types.find((one) => one.name.value === type);
      const named = Object.values(rules).flatMap((fields) => fields.split(' '));
      const own = definition?.fields?.map((field) => field.name.value).sort();
      const mayBeWhole = definition !== undefined && !isEntity(definition) && !ROOTS.includes(type);
      expect([type, named.sort()]).toEqual([type, mayBeWhole && named[0] === '*' ? ['*'] : own]);
    }
  });

  test('ask for scopes that there are', () => {
    const needs = Object.values(table).flatMap((rules) => Object.keys(rules));
    expect(needs.filter((need) => need !== 'authenticated' && !need.split(' ').every(isScope))).toEqual([]);
  });
});
