import { GraphQLError } from 'graphql';
import type { SubgraphData } from './suite.js';

export type Row = Readonly<Record<string, unknown>>;

/** What a value of data.json is resolved with. */
export interface ValueContext {
  readonly data: SubgraphData;
  readonly counts: Map<string, number>;
  readonly args: Row;
  readonly source: Row;
}

/** The value that stands in data.json, or what its marker asks for. */
export function resolveValue(value: unknown, context: ValueContext): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, context));
  if (typeof value !== 'object' || value === null) return value;
  const [[marker, given] = ['', null]] = Object.entries(value);
  const { data, args } = context;
  switch (marker) {
    case '$row':
      return rowOf(data, given[0], given[1]);
    case '$rows':
      return given.slice(1).map((label: string) => rowOf(data, given[0], label));
    case '$find':
      return rowsOf(data, given[0]).find((row) => same(row[given[1]], args[given[1]])) ?? null;
    case '$from':
      return given.replace(/\$\{([\w.]+)\}/g, (_: string, path: string) => textAt(path, context));
    case '$error':
      throw new GraphQLError(given, { extensions: { code: 'NOT_FOUND' } });
    case '$count':
      context.counts.set(given, (context.counts.get(given) ?? 0) + 1);
      return context.counts.get(given);
    default:
      return value;
  }
}

/** All rows of a type, each with its __typename. */
export function rowsOf(data: SubgraphData, type: string): Row[] {
  return Object.keys(data[type] ?? {}).map((label) => rowOf(data, type, label));
}

function rowOf(data: SubgraphData, type: string, label: string): Row {
  const row = data[type]?.[label];
  if (!row) throw new Error(`data.json has no ${type} "${label}"`);
  return { __typename: type, ...(row as Row) };
}

function textAt(path: string, { source, args }: ValueContext): string {
  const [first = '', ...rest] = path.split('.');
  let value: unknown = first === 'args' ? args : source[first];
  for (const key of rest)
    value = Array.isArray(value) ? value.map((item) => item?.[key]) : (value as Row | null | undefined)?.[key];
  return Array.isArray(value) ? value.join('+') : String(value);
}

/** Ids are strings in an answer and may be numbers in data.json. */
export function same(one: unknown, other: unknown): boolean {
  return one !== null && one !== undefined && other !== null && other !== undefined && String(one) === String(other);
}
