import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeNode,
  visit,
} from 'graphql';
import { grantedScopes } from '#domain/access/scopes.js';
import { type AccessTable, isPage, needOf } from './access-table.js';

/**
 * What of a subgraph the public variant has: type -> names of fields, parted by spaces, each with the arguments that stand
 * in brackets behind it, as `timeline(bucket,zone)`; a name alone has all of them, `*` all fields of the type. What is not
 * named here is not public: a new field is hidden until somebody has thought about it.
 */
export type PublicTable = Readonly<Record<string, string>>;

/** Of the regional variant: what a credential of one region can be given at all. */
const REGIONAL_SCOPES = grantedScopes({ role: 'REGIONAL_SYSTEM', regions: ['31'], named: null });

/** Whether a variant has a field, and of its arguments those for which the function says so. */
type Choice = (type: string, field: string) => ((argument: string) => boolean) | null;

/** An SDL with `@tag(name: "public")` and `@tag(name: "regional")` on all that these variants of the supergraph have. */
export function withVariantTags(sdl: DocumentNode, access: AccessTable, open: PublicTable): DocumentNode {
  const isRegional: Choice = (type, field) => {
    const need = needOf(type, field, access);
    return need === 'authenticated' || need.split(' ').every((scope) => REGIONAL_SCOPES.includes(scope)) ? all : null;
  };
  return tagged(
    tagged(sdl, 'public', (type, field) => publicly(open[type], field)),
    'regional',
    isRegional,
  );
}

const all = () => true;

function publicly(fields: string | undefined, name: string): ((argument: string) => boolean) | null {
  if (fields === '*') return all;
  for (const [, field, given] of (fields ?? '').matchAll(/(\w+)(?:\(([\w,]*)\))?/g))
    if (field === name) return given === undefined ? all : (argument) => given.split(',').includes(argument);
  return null;
}

/** Pages, arguments and what those are of carry the tag because a field that has it needs them. */
function tagged(sdl: DocumentNode, tag: string, choice: Choice): DocumentNode {
  const reached = reachedTypes(sdl, choice);
  const mark = <T extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(node: T): T => ({
    ...node,
    directives: [...(node.directives ?? []), tagDirective(tag)],
  });
  const whole = <T extends { readonly name: { readonly value: string } }>(node: T) =>
    reached.has(node.name.value) ? mark(node as T & { directives?: readonly ConstDirectiveNode[] }) : undefined;
  return visit(sdl, {
    ObjectTypeDefinition: (type) => ({
      ...type,
      fields: type.fields?.map((field) => {
        const chosen = chosenArguments(type.name.value, field, choice, reached);
        return chosen === null
          ? field
          : mark({ ...field, arguments: field.arguments?.map((one) => (chosen.includes(one) ? mark(one) : one)) });
      }),
    }),
    EnumTypeDefinition: whole,
    InputObjectTypeDefinition: whole,
    ScalarTypeDefinition: whole,
    UnionTypeDefinition: whole,
  });
}

function chosenArguments(
  type: string,
  field: FieldDefinitionNode,
  choice: Choice,
  reached: ReadonlySet<string>,
): readonly InputValueDefinitionNode[] | null {
  const takes = isPage(type) ? (reached.has(type) ? all : null) : choice(type, field.name.value);
  return takes && (field.arguments ?? []).filter((argument) => takes(argument.name.value));
}

/** All types of what the chosen fields give and take, and of what these hold. */
function reachedTypes({ definitions }: DocumentNode, choice: Choice): ReadonlySet<string> {
  const reached = new Set<string>();
  const reach = (type: TypeNode): void => {
    const name = nameOf(type);
    if (reached.has(name)) return;
    reached.add(name);
    const definition = definitions.find((one) => 'name' in one && one.name?.value === name);
    if (definition?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      for (const one of definition.fields ?? []) reach(one.type);
    if (definition?.kind === Kind.OBJECT_TYPE_DEFINITION && isPage(name)) follow(name, definition.fields);
  };
  const follow = (type: string, fields: readonly FieldDefinitionNode[] = []): void => {
    for (const field of fields) {
      const chosen = chosenArguments(type, field, choice, reached);
      if (chosen === null) continue;
      reach(field.type);
      for (const argument of chosen) reach(argument.type);
    }
  };
  for (const one of definitions)
    if (one.kind === Kind.OBJECT_TYPE_DEFINITION && !isPage(one.name.value)) follow(one.name.value, one.fields);
  return reached;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function tagDirective(tag: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'tag' },
    arguments: [
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'name' }, value: { kind: Kind.STRING, value: tag } },
    ],
  };
}
