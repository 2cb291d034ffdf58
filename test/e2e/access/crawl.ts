import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Answer } from '../serve-hub/ask.js';

/** A type that was reached, and the fields that lead to it. */
interface Reached {
  readonly type: GraphQLObjectType;
  readonly operation: string;
  readonly path: readonly GraphQLField<unknown, unknown>[];
}

export type AskOperation = (operation: string, query: string) => Promise<Answer>;

const DENIALS = ['UNAUTHENTICATED', 'FORBIDDEN'];

/** `Type.field` of everything that somebody gets to see who asks for all that there is, by whatever way is open to them. */
export async function crawl(schema: GraphQLSchema, ask: AskOperation): Promise<Set<string>> {
  const seen = new Set<string>();
  const known = new Set<string>();
  const queue: Reached[] = ['query', 'mutation', 'subscription'].flatMap((operation) => {
    const type = schema.getRootType(operation as never);
    return type ? [{ type, operation, path: [] }] : [];
  });
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (known.has(next.type.name)) continue;
    known.add(next.type.name);
    for (const field of await openFields(next, ask)) {
      seen.add(`${next.type}.${field.name}`);
      const type = getNamedType(field.type);
      if (isObjectType(type)) queue.push({ type, operation: next.operation, path: [...next.path, field] });
    }
  }
  return seen;
}

/** A closed field that is never null takes its neighbours along: those that are told of are left out, until none is. */
async function openFields({ type, operation, path }: Reached, ask: AskOperation) {
  let fields = Object.values(type.getFields());
  // A subscription has one field.
  const groups = type.name === 'Subscription' ? fields.map((one) => [one]) : [fields];
  const open = [];
  for (const group of groups) {
    fields = group;
    for (;;) {
      const closed = await closedOf({ operation, path, fields }, ask);
      fields = fields.filter(({ name }) => !closed.has(name));
      if (closed.size === 0) break;
    }
    open.push(...fields);
  }
  return open;
}

interface Asked {
  readonly operation: string;
  readonly path: Reached['path'];
  readonly fields: readonly GraphQLField<unknown, unknown>[];
}

async function closedOf({ operation, path, fields }: Asked, ask: AskOperation): Promise<Set<string>> {
  if (fields.length === 0) return new Set();
  const inside = fields.map(
    (field) => `${called(field)}${isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''}`,
  );
  const query = [...path].reverse().reduce((inner, field) => `${called(field)} { ${inner} }`, inside.join(' '));
  const { data, errors = [] } = await ask(operation, `${operation} { ${query} }`);
  const strange = errors.filter(({ extensions }) => !DENIALS.includes(String(extensions.code)));
  if (strange.length > 0) throw new Error(`${operation} { ${query} }: ${JSON.stringify(strange)}`);
  const closed = new Set(errors.map((error) => String(error.path?.at(-1))));
  if (closed.size > 0) return closed;
  let value = data;
  for (const { name } of path) value = [value?.[name]].flat()[0];
  for (const { name } of fields)
    if (value?.[name] === null || value?.[name] === undefined)
      throw new Error(`${query}: ${name} is null without a word`);
  return closed;
}

function called({ name, args }: GraphQLField<unknown, unknown>): string {
  const given = args.flatMap((argument) => {
    if (argument.name === 'first') return ['first: 1'];
    return isRequiredArgument(argument) ? [`${argument.name}: ${literal(argument.type)}`] : [];
  });
  return given.length > 0 ? `${name}(${given.join(', ')})` : name;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  const { [String(type)]: known = '"x"' } = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    DateTime: '"2026-01-01T00:00:00Z"',
  };
  return known;
}
