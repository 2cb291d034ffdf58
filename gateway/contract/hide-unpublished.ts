import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { isOfFederation } from './single-subgraph.js';

const [SCHEMA, INACCESSIBLE] = parse(
  `extend schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`,
  { noLocation: true },
).definitions;

interface Part {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** A supergraph in which all is `@inaccessible` that is not in a published schema; who answers it stays as it is. */
export function hideUnpublished(supergraph: DocumentNode, published: GraphQLSchema): DocumentNode {
  return { ...supergraph, definitions: [...withLink(supergraph)].map((one) => shown(one, published)) };
}

function shown(definition: DefinitionNode, published: GraphQLSchema): DefinitionNode {
  if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) return definition;
  const { value: name } = definition.name;
  if (!definition.kind.endsWith('TypeDefinition') || isOfFederation(name)) return definition;
  const type = published.getType(name);
  if (!type) return hidden(definition as DefinitionNode & Part);
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = fieldsOf(type);
      return {
        ...definition,
        fields: (definition.fields ?? []).map((field) => {
          const left = fields[field.name.value];
          if (!left) return hidden(field);
          const args = left.args ?? [];
          const isLeft = (argument: Part) => args.some((one) => one.name === argument.name.value);
          return { ...field, arguments: (field.arguments ?? []).map((one) => (isLeft(one) ? one : hidden(one))) };
        }),
      };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = fieldsOf(type);
      return {
        ...definition,
        fields: (definition.fields ?? []).map((one) => (fields[one.name.value] ? one : hidden(one))),
      };
    }
    case Kind.ENUM_TYPE_DEFINITION: {
      const isLeft = (value: Part) => isEnumType(type) && type.getValue(value.name.value) !== undefined;
      return { ...definition, values: (definition.values ?? []).map((one) => (isLeft(one) ? one : hidden(one))) };
    }
    default:
      return definition;
  }
}

interface PublishedField {
  readonly name: string;
  readonly args?: readonly { readonly name: string }[];
}

function fieldsOf(type: GraphQLNamedType): Readonly<Record<string, PublishedField>> {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields() : {};
}

function hidden<T extends Part>(part: T): T {
  if (part.directives?.some(({ name }) => name.value === 'inaccessible')) return part;
  const inaccessible = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'inaccessible' } } as const;
  return { ...part, directives: [...(part.directives ?? []), inaccessible] };
}

/** A supergraph that hid nothing until now does not know the directive yet. */
function withLink({ definitions }: DocumentNode): readonly DefinitionNode[] {
  if (definitions.some((one) => one.kind === Kind.DIRECTIVE_DEFINITION && one.name.value === 'inaccessible'))
    return definitions;
  const links = SCHEMA?.kind === Kind.SCHEMA_EXTENSION ? (SCHEMA.directives ?? []) : [];
  return definitions.flatMap((one) =>
    one.kind === Kind.SCHEMA_DEFINITION
      ? [{ ...one, directives: [...(one.directives ?? []), ...links] }, INACCESSIBLE!]
      : [one],
  );
}
