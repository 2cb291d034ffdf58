import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';
import { packageFile } from '#platform/package-root.js';
import type { PublicTable } from '#platform/variant-tags.js';
import { ACCOUNTS_OPEN } from '#subgraphs/accounts/open.js';
import { AGENCIES_OPEN } from '#subgraphs/agencies/open.js';
import { MENTIONS_OPEN } from '#subgraphs/mentions/open.js';
import { SPREAD_OPEN } from '#subgraphs/spread/open.js';

const TABLES: readonly PublicTable[] = [ACCOUNTS_OPEN, AGENCIES_OPEN, MENTIONS_OPEN, SPREAD_OPEN];

const published = (name: string) => buildSchema(readFileSync(packageFile(`gateway/published/${name}.graphql`), 'utf8'));
const [hub, regional, open] = ['hub', 'regional', 'public'].map(published) as [
  GraphQLSchema,
  GraphQLSchema,
  GraphQLSchema,
];

/** `Type.field(arguments)` of all that clients see. */
function fieldsOf(schema: GraphQLSchema): Map<string, string[]> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return new Map(
    types.flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).map(
            ({ name, args }) => [`${type.name}.${name}`, args.map((one) => one.name)] as const,
          )
        : [],
    ),
  );
}

test('the regional variant has what a regional system sees of the hub, and nothing else', () => {
  const matrix = readFileSync(packageFile('test/e2e/access/matrix.txt'), 'utf8');
  const seen = matrix.split('\n').filter((line) => / region-31\.71( |$)/.test(line));
  const reached = [...fieldsOf(regional).keys()].sort();
  expect(reached.filter((field) => !seen.some((line) => line.startsWith(`${field}:`)))).toEqual([]);
  // What such a caller may see and cannot come to: no field of a variant leads there.
  const types = new Set(reached.map((field) => field.split('.')[0]));
  const left = seen.map((line) => line.split(':')[0]!).filter((field) => types.has(field.split('.')[0]));
  expect(left.filter((field) => !reached.includes(field))).toEqual([]);
});

test('the public variant is part of the regional one', () => {
  const [all, few] = [fieldsOf(regional), fieldsOf(open)];
  for (const [field, args] of few) expect([field, all.get(field)]).toEqual([field, expect.arrayContaining(args)]);
  expect(few.size).toBeLessThan(all.size);
});

test('the public variant has nobody in it, and no list that is not public elsewhere', () => {
  expect(
    Object.keys(open.getTypeMap()).filter((type) => /Account|Mention|Match|Group|Run|Cascade|Filter/.test(type)),
  ).toEqual([]);
  expect(Object.keys(open.getQueryType()!.getFields()).sort()).toEqual([
    'agencies',
    'agency',
    'claim',
    'claims',
    'issue',
    'region',
    'regions',
  ]);
  expect(open.getMutationType()).toBeUndefined();
});

test('open.ts of a subgraph names nothing that is not there', () => {
  const there = fieldsOf(hub);
  const named = TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([type, fields]) =>
      fields === '*' ? [] : fields.split(' ').map((field) => `${type}.${field}`),
    ),
  );
  for (const name of named) {
    const [field, given] = name.split(/[()]/);
    expect([name, there.get(field!)]).toEqual([name, expect.arrayContaining(given?.split(',') ?? [])]);
  }
});
