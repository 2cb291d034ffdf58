import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, lexicographicSortSchema, parse, print } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap, type PubSub } from 'type-graphql';
import type { Caller } from '#domain/caller.js';
import { type AccessTable, withAccessRules } from './access-table.js';
import { type CacheTable, withCacheHints } from './cache-table.js';
import { type CostTable, NO_COSTS, withCosts } from './cost-table.js';
import { type PublicTable, withVariantTags } from './variant-tags.js';

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@cost", "@key", "@listSize", "@requiresScopes", "@shareable", "@tag"])
`;

/** type-graphql asks for one when there are subscriptions; ours bring their events from the store (`subscribe`). */
const NO_TOPICS: PubSub = {
  publish: noTopics,
  subscribe: noTopics,
};

function noTopics(): never {
  throw new Error('events come from the store, by "subscribe" of the subscription');
}

/** Turns references `{ __typename, id }` that the gateway sends into entities. */
type ReferenceResolvers<Context> = Readonly<
  Record<string, (reference: Record<string, string>, context: Context) => unknown>
>;

/** One subgraph, ready to be composed and executed; `Ports` is the part of a store that it reads. */
export interface Subgraph<Ports = never, Context extends object = object> {
  readonly name: string;
  /** The text that is committed as schema.graphql. */
  readonly sdl: string;
  readonly typeDefs: DocumentNode;
  readonly schema: GraphQLSchema;
  /** A new context for every request: its loaders batch and cache within it. The id of the request is for logs. */
  createContext(ports: Ports, caller: Caller, requestId?: string | null): Context;
}

interface SubgraphParts<Ports, Context extends object> {
  readonly name: string;
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Every GraphQL class of the subgraph: same-named classes of other subgraphs in the process then stay out. */
  readonly types: readonly object[];
  readonly references: ReferenceResolvers<Context>;
  /** Who may read what of it. */
  readonly access: AccessTable;
  /** What of it the public variant of the supergraph has. */
  readonly open: PublicTable;
  /** What of it costs more than other fields. */
  readonly costs?: CostTable;
  /** How long what of it may be kept; nothing where left out. */
  readonly kept?: CacheTable;
  createContext(ports: Ports, caller: Caller, requestId?: string | null): Context;
}

/**
 * The one bridge from type-graphql classes to a federated subgraph. type-graphql prints the types with their
 * directives, and Apollo's subgraph library adds what federation asks for (`_entities`, `_service`).
 */
export function federatedSubgraph<Ports, Context extends object>(
  parts: SubgraphParts<Ports, Context>,
): Subgraph<Ports, Context> {
  const plain = buildSchemaSync({
    resolvers: parts.resolvers,
    orphanedTypes: parts.types as NonNullable<BuildSchemaOptions['orphanedTypes']>,
    // Plain graphql-js knows neither the federation directives nor a subgraph without a query.
    skipCheck: true,
    validate: false,
    pubSub: NO_TOPICS,
  });
  const open = parse(printSchemaWithDirectives(lexicographicSortSchema(plain)), { noLocation: true });
  const ruled = withVariantTags(withAccessRules(open, parts.access), parts.access, parts.open);
  const priced = withCosts(ruled, parts.costs ?? NO_COSTS);
  const sdl = `${LINK}\n${print(withCacheHints(priced, parts.kept ?? {}))}\n`;
  const typeDefs = parse(sdl, { noLocation: true });
  const resolvers: Record<string, object> = { ...(createResolversMap(plain) as Record<string, object>) };
  for (const [type, resolve] of Object.entries(parts.references))
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  return {
    name: parts.name,
    sdl,
    typeDefs,
    schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
    createContext: parts.createContext,
  };
}
