import { buildSubgraphSchema } from '@apollo/subgraph';
import type { ExecutionRequest, Executor } from '@graphql-tools/utils';
import {
  execute,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
} from 'graphql';
import type { SubgraphConnection } from '#gateway/subgraph-connection.js';

type Row = Readonly<Record<string, unknown>>;

const SCALARS: Readonly<Record<string, unknown>> = { Int: 1, Float: 0.5, Boolean: true, DateTime: new Date(0) };

/** Something for every field: lists of one, objects without end. What is null in an answer was taken away by the gateway. */
export function madeUpConnection(subgraphs: readonly { name: string; sdl: string }[]): SubgraphConnection {
  const executors = new Map(subgraphs.map(({ name, sdl }) => [name, executorOf(sdl)]));
  return { executor: (name) => executors.get(name)! };
}

function executorOf(sdl: string): Executor {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  const fieldResolver: GraphQLFieldResolver<Row | undefined, unknown> = (source, args, _, { fieldName, returnType }) =>
    fieldName === '_entities' ? args.representations : (source?.[fieldName] ?? madeUp(returnType));
  // biome-ignore lint/complexity/noBannedTypes: entities say their type themselves, or the schema knows it.
  const typeResolver = (value: {}) => (value as { __typename?: string }).__typename;
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities) entities.resolve = fieldResolver as never;
  const answer = ({ document, variables }: ExecutionRequest) =>
    execute({
      schema,
      document,
      variableValues: variables as Row,
      fieldResolver: fieldResolver as never,
      typeResolver,
    });
  return (async (request: ExecutionRequest) => {
    if (request.operationType !== 'subscription') return answer(request);
    return (async function* once() {
      yield await answer(request);
    })();
  }) as Executor;
}

function madeUp(type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) return madeUp(type.ofType);
  if (isListType(type)) return [madeUp(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.value;
  return isScalarType(type) ? (SCALARS[type.name] ?? 'x') : {};
}
