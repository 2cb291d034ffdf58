import { type ExecutionResult, relocatedError } from '@graphql-tools/utils';
import type { GraphQLError } from 'graphql';
import type { EntityList } from './entity-lists.js';

/** One list of entities, of which some are known already. */
export class KnownEntities {
  /** Places of those that must be asked for. */
  readonly missing: readonly number[];

  constructor(
    readonly list: EntityList,
    readonly representations: readonly unknown[],
    /** JSON of each one that is known. */
    private readonly known: readonly (string | undefined)[],
  ) {
    this.missing = known.flatMap((json, place) => (json === undefined ? [place] : []));
  }

  /** All entities in the order in which they were asked for; null where the subgraph gave none. */
  together(given: unknown): unknown[] {
    const fresh = this.fresh(given);
    let next = 0;
    return this.known.map((json) => {
      if (json !== undefined) return JSON.parse(json);
      next += 1;
      return fresh?.[next - 1] ?? null;
    });
  }

  /** What the subgraph gave for those that were missing; null where it cannot be told which is which. */
  fresh(given: unknown): readonly unknown[] | null {
    return Array.isArray(given) && given.length === this.missing.length ? given : null;
  }

  /** An error at a place of what was asked for, at its place of the whole. */
  atWhole(error: GraphQLError): GraphQLError {
    const [key, index, ...inside] = error.path ?? [];
    const place = typeof index === 'number' ? this.missing[index] : undefined;
    return key === this.list.responseKey && place !== undefined
      ? relocatedError(error, [key, place, ...inside])
      : error;
  }
}

/** The answer for all lists, from what is known and what the subgraph gave for the rest. */
export function wholeAnswer(lists: readonly KnownEntities[], answer: ExecutionResult | null): ExecutionResult {
  const given = (answer?.data ?? {}) as Record<string, unknown>;
  const data = Object.fromEntries(
    lists.map((one) => [one.list.responseKey, one.together(given[one.list.responseKey])]),
  );
  const errors = answer?.errors?.map((error) => lists.reduce((moved, one) => one.atWhole(moved), error));
  return { data, ...(errors && { errors }) };
}
