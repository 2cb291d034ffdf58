import { relocatedError } from '@graphql-tools/utils';
import { type GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import { eachEntity, pathsOfEntities } from './locate-entities.js';
import { type Data, isData, mergeData } from './merge-data.js';
import type { EntityBatch } from './plan-steps.js';
import { representationOf } from './representations.js';
import { rewrite } from './rewrites.js';

/** More errors than this of one fetch tell nobody more. */
const MOST_ERRORS = 100;

interface EntityRequest {
  readonly responseKey: string;
  readonly variable: string;
  readonly representations: readonly Data[];
  /** Puts the fetched entities where they belong. */
  merge(fetched: unknown): void;
  /** Errors of the subgraph at the places of the answer that they cost; `others` takes those of no entity along. */
  relocated(errors: readonly GraphQLError[], others: boolean): GraphQLError[];
}

/** What an operation knows so far, by the whole supergraph. */
interface Known {
  readonly schema: GraphQLSchema;
  readonly data: Data;
}

/** Entities are asked for once, however often they occur in the answer. */
export function entityRequest(batch: EntityBatch, { schema, data }: Known): EntityRequest {
  const places: (Data | null)[] = [];
  const indices: number[] = [];
  const representations: Data[] = [];
  const known = new Map<string, number>();
  for (const path of batch.paths) eachEntity(schema, data, path, take);
  return { responseKey: batch.responseKey, variable: batch.variable, representations, merge, relocated };

  function take(entity: Data): void {
    const representation = representationOf(schema, entity, batch.requires);
    places.push(representation && entity);
    if (!representation) return void indices.push(-1);
    rewrite(schema, representation, batch.inputRewrites);
    const key = JSON.stringify(representation);
    let index = known.get(key);
    if (index === undefined) {
      index = representations.push(representation) - 1;
      known.set(key, index);
    }
    indices.push(index);
  }

  function merge(fetched: unknown): void {
    if (!Array.isArray(fetched)) return;
    rewrite(schema, fetched, batch.outputRewrites);
    for (const [i, place] of places.entries()) {
      const entity = fetched[indices[i]!];
      if (place && isData(entity)) mergeData(place, { ...entity, __typename: ownType(place, entity) });
    }
  }

  /** A subgraph may know an object by the name of its interface alone (an interface object). */
  function ownType({ __typename: known }: Data, { __typename: given }: Data): unknown {
    return given === undefined || isObjectType(schema.getType(String(known))) ? known : given;
  }

  function relocated(errors: readonly GraphQLError[], others: boolean): GraphQLError[] {
    const paths = batch.paths.flatMap((path) => pathsOfEntities(schema, data, path));
    return errors
      .flatMap((error) => {
        const [key, index, ...inside] = error.path ?? [];
        if (key === batch.responseKey && typeof index === 'number')
          return paths
            .filter((_, i) => indices[i] === index)
            .map((path) => relocatedError(error, [...path, ...inside]));
        if (key === batch.responseKey || others) {
          const asked = paths.filter((_, i) => indices[i] !== -1);
          const isOfAnother = /^_e\d+$/.test(String(key)) && key !== batch.responseKey;
          return isOfAnother ? [] : [relocatedError(error, sharedStart(asked))];
        }
        return [];
      })
      .slice(0, MOST_ERRORS);
  }
}

/** The place that holds all of these. */
function sharedStart(paths: readonly (readonly (string | number)[])[]): (string | number)[] {
  const [first = [], ...others] = paths;
  const end = first.findIndex((segment, i) => others.some((path) => path[i] !== segment));
  return first.slice(0, end === -1 ? first.length : end);
}
