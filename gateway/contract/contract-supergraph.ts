import { composeSchemaContract, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  parse,
  print,
  validateSchema,
  visit,
} from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import { hideUnpublished } from './hide-unpublished.js';
import { publishedSchema, publishedSdl } from './published-schema.js';
import { singleSubgraph } from './single-subgraph.js';

/** What a variant of a supergraph has, by tags: with `include` only what bears one of them, and never what bears one of `exclude`. */
export interface Contract {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface SupergraphVariant {
  /** The same supergraph, with what the contract leaves out `@inaccessible`. */
  readonly supergraph: string;
  /** What its clients see. */
  readonly published: string;
  /** How many fields of object types clients see, of how many before. */
  readonly fields: { readonly left: number; readonly all: number };
}

const HINT = 'tag what the fields that stay need, or leave those fields out too';

/** Throws BAD_PARAMETERS for tags that the supergraph does not have, CONTRACT_FAILED for a variant that is no valid schema. */
export function contractSupergraph(sdl: string, contract: Contract): SupergraphVariant {
  const supergraph = parse(sdl, { noLocation: true });
  mustHaveTags(supergraph, contract);
  const variant = hideUnpublished(supergraph, leftBy(contract, supergraph));
  return {
    supergraph: `${print(variant)}\n`,
    published: publishedSdl(variant),
    fields: { left: fieldCount(variant), all: fieldCount(supergraph) },
  };
}

function fieldCount(supergraph: DocumentNode): number {
  const types = Object.values(publishedSchema(supergraph).getTypeMap());
  const objects = types.filter((type) => isObjectType(type) && !type.name.startsWith('__')) as GraphQLObjectType[];
  return objects.reduce((count, type) => count + Object.keys(type.getFields()).length, 0);
}

function leftBy({ include, exclude }: Contract, supergraph: DocumentNode): GraphQLSchema {
  const services = [{ name: 'supergraph', url: 'http://supergraph/', typeDefs: singleSubgraph(supergraph) }];
  const { supergraphSdl, errors } = composeSchemaContract(services, {
    include: new Set(include),
    exclude: new Set(exclude),
  });
  if (!supergraphSdl) throw failed((errors ?? []).map(({ message, extensions: { code } }) => `${message} (${code})`));
  try {
    const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraphSdl)));
    const faults = validateSchema(schema).map(({ message }) => message);
    if (faults.length > 0) throw failed(faults);
    return schema;
  } catch (error) {
    throw error instanceof CodedError ? error : failed([(error as Error).message], error);
  }
}

function failed(faults: readonly string[], cause?: unknown): CodedError {
  const named = faults.map((fault) => `\n- ${fault.replace(/^\[supergraph\] /, '')}`).join('');
  return new CodedError('CONTRACT_FAILED', `what the contract leaves is no valid schema:${named}`, {
    hint: HINT,
    cause,
  });
}

/** A tag that nothing bears is a slip: as `include` it would leave nothing, as `exclude` all of it. */
function mustHaveTags(supergraph: DocumentNode, { include, exclude }: Contract): void {
  const there = tagsOf(supergraph);
  if (include.length + exclude.length === 0)
    throw new CodedError('BAD_PARAMETERS', 'a contract names at least one tag', { at: '--include, --exclude' });
  const unknown = [...include, ...exclude].filter((tag) => !there.includes(tag));
  if (unknown.length === 0) return;
  throw new CodedError('BAD_PARAMETERS', `nothing in the supergraph bears the tag ${unknown.join(', ')}`, {
    at: include.includes(unknown[0]!) ? '--include' : '--exclude',
    hint:
      there.length > 0 ? `its tags are ${there.join(', ')}` : 'it has no tags: write @tag(name:) into its subgraphs',
  });
}

function tagsOf(supergraph: DocumentNode): string[] {
  const tags = new Set<string>();
  visit(supergraph, {
    Directive: ({ name, arguments: given = [] }) => {
      const value = given.find((argument) => argument.name.value === 'name')?.value;
      if (name.value === 'tag' && value?.kind === 'StringValue') tags.add(value.value);
    },
  });
  return [...tags].sort();
}
