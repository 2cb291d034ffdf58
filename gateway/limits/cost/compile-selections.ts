import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { CostWeights } from './cost-weights.js';
import { type FieldLength, fieldLength, type Variables } from './list-length.js';

/** A field of an operation with what it weighs, once for each item. */
export interface WeighedField extends FieldLength {
  /** Its name in the answer. */
  readonly name: string;
  readonly weight: number;
  /** Of its arguments, once however many items there are. */
  readonly inputs: number;
  readonly isLeftOut: Condition;
  readonly selections: WeighedSelections | null;
}

/** Fields, and the fragments that are spread among them; a fragment is the same object wherever it is spread. */
export interface WeighedSelections {
  readonly fields: WeighedField[];
  readonly spreads: { readonly isLeftOut: Condition; readonly selections: WeighedSelections }[];
}

type Condition = (variables: Variables) => boolean;

interface Compiled {
  readonly schema: GraphQLSchema;
  readonly weights: CostWeights;
  readonly document: DocumentNode;
}

/** Mutations change something, which costs more than to read it: the figure of Apollo's router. */
const MUTATION = 10;

/** A function that gives a selection set of a type with its weights, which no request changes. */
export function selectionCompiler({ schema, weights, document }: Compiled) {
  const fragments = new Map<string, WeighedSelections>();
  return compile;

  /** `sizedFields` are those whose length the field around the selections says. */
  function compile(
    { selections }: SelectionSetNode,
    typeName: string,
    sizedFields: readonly string[],
    into: WeighedSelections = { fields: [], spreads: [] },
  ): WeighedSelections {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = compileField(selection, typeName, sizedFields);
        if (field) into.fields.push(field);
      } else {
        const spread = compileSpread(selection, typeName, sizedFields);
        if (spread) into.spreads.push({ isLeftOut: leftOut(selection.directives), selections: spread });
      }
    }
    return into;
  }

  function compileSpread(
    selection: Exclude<SelectionNode, FieldNode>,
    typeName: string,
    sizedFields: readonly string[],
  ): WeighedSelections | null {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return compile(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, sizedFields);
    const name = selection.name.value;
    const key = [name, ...sizedFields].join(' ');
    const known = fragments.get(key);
    if (known) return known;
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return null;
    // Known before it is compiled: fragments that spread others twice would else be walked without end.
    const made: WeighedSelections = { fields: [], spreads: [] };
    fragments.set(key, made);
    return compile(fragment.selectionSet, fragment.typeCondition.name.value, sizedFields, made);
  }

  function compileField(node: FieldNode, typeName: string, sizedFields: readonly string[]): WeighedField | null {
    const definition = definitionOf(node.name.value, typeName);
    if (!definition) return null;
    const { weight, listSize, inputs } = weights.field(typeName, definition.name);
    const type = getNamedType(definition.type);
    const length = fieldLength({ node, definition, listSize, isSized: sizedFields.includes(definition.name) });
    const asDefault = isCompositeType(type) ? 1 : 0;
    return {
      ...length,
      name: node.alias?.value ?? node.name.value,
      weight: weight ?? weights.type(type.name) ?? asDefault,
      inputs: (node.arguments ?? []).reduce(
        (sum, { name }) => sum + (inputs.get(name.value) ?? 0),
        typeName === schema.getMutationType()?.name ? MUTATION : 0,
      ),
      isLeftOut: leftOut(node.directives),
      selections: node.selectionSet ? compile(node.selectionSet, type.name, length.sizedFields) : null,
    };
  }

  function definitionOf(name: string, typeName: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    const type = schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }
}

const NEVER: Condition = () => false;

function leftOut(directives: readonly DirectiveNode[] = []): Condition {
  const conditions = directives.flatMap(({ name, arguments: given = [] }): Condition[] => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    const value = given[0]?.value;
    const leavesOut = name.value === 'skip';
    if (value?.kind === Kind.BOOLEAN) return [() => value.value === leavesOut];
    if (value?.kind !== Kind.VARIABLE) return [];
    const variable = value.name.value;
    return [(variables) => variables[variable] === leavesOut];
  });
  if (conditions.length === 0) return NEVER;
  return (variables) => conditions.some((condition) => condition(variables));
}
