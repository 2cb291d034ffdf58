import { type ExecutionResult, relocatedError } from '@graphql-tools/utils';
import type { GraphQLError } from 'graphql';
import type { Keys } from './cache-keys.js';
import type { EntityList } from './entity-lists.js';

/** One entity that is asked for. */
interface Place {
  /** Its representation. */
  readonly asked: unknown;
  readonly keys: Keys;
  /** Undefined where it is not known. */
  readonly json: string | undefined;
}

/** One list of entities, of which some are known already. */
export class KnownEntities {
  /** Those that must be asked for. */
  readonly missing: readonly Place[];

  constructor(
    readonly list: EntityList,
    readonly places: readonly Place[],
  ) {
    this.missing = places.filter(({ json }) => json === undefined);
  }

  /** What the subgraph gave for those that were missing; null where it cannot be told which is which. */
  fresh(data: Readonly<Record<string, unknown>> | null | undefined): readonly unknown[] | null {
    const given = data?.[this.list.responseKey];
    return Array.isArray(given) && given.length === this.missing.length ? given : null;
  }

  /** All in the order in which they were asked for; null where the subgraph gave none. */
  together(data: Readonly<Record<string, unknown>> | null | undefined): unknown[] {
    const fresh = this.fresh(data)?.values();
    return this.places.map(({ json }) => (json === undefined ? (fresh?.next().value ?? null) : JSON.parse(json)));
  }

  /** An error at a place among those that were missing, at its place among all. */
  amongAll(error: GraphQLError): GraphQLError {
    const [key, index, ...inside] = error.path ?? [];
    const place = typeof index === 'number' ? this.missing[index] : undefined;
    if (key !== this.list.responseKey || !place) return error;
    return relocatedError(error, [key, this.places.indexOf(place), ...inside]);
  }
}

/** The answer for all lists, from what is known and what the subgraph gave for the rest. */
export function wholeAnswer(lists: readonly KnownEntities[], answer: ExecutionResult | null): ExecutionResult {
  const data = Object.fromEntries(lists.map((one) => [one.list.responseKey, one.together(answer?.data)]));
  const errors = answer?.errors?.map((error) => lists.reduce((moved, one) => one.amongAll(moved), error));
  return { data, ...(errors && { errors }) };
}
