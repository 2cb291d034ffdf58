import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import type { CodedError } from '#domain/errors/coded-error.js';
import type { AccessGate } from '../access/access-gate.js';
import { clientAlias } from './safe-aliases.js';

/** What must stand in one place of an answer. */
export interface Expected {
  readonly nonNull: boolean;
  /** Of a list: what each of its items must be. */
  readonly item?: Expected;
  /** Of an enum: what it may be. */
  readonly values?: ReadonlySet<unknown>;
  /** Of an object: its fields. */
  readonly shape?: Shape;
}

export interface FieldShape {
  /** Under what name the client wants it. */
  readonly key: string;
  /** Under what name the subgraphs were asked for it. */
  readonly from: string;
  /** `Type.field`, for messages. */
  readonly name: string;
  /** Absent for __typename. */
  readonly expected?: Expected;
  /** Why it is closed to the caller. */
  readonly denied?: CodedError;
}

export interface Shape {
  /** Fields where the type of the object is known from the schema, or makes no difference; null where it must be told. */
  readonly fields: readonly FieldShape[] | null;
  /** Of an abstract type: its name, and the fields for each type that an object here may have. */
  readonly abstract: { readonly name: string; readonly byType: ReadonlyMap<string, readonly FieldShape[]> } | null;
  /** Of an object type: its name. */
  readonly typeName: string | null;
}

/** The shape of the answer to an operation whose selections are merged. Introspection is answered elsewhere. */
export function shapeOf(schema: GraphQLSchema, operation: OperationDefinitionNode, { denial }: AccessGate): Shape {
  const made = new Map<SelectionSetNode, Map<string, FieldShape[]>>();
  return objectShape(schema.getRootType(operation.operation)!, operation.selectionSet);

  function objectShape(type: GraphQLOutputType, selectionSet: SelectionSetNode): Shape {
    if (!isAbstractType(type))
      return { fields: fieldShapes(type as GraphQLObjectType, selectionSet), abstract: null, typeName: String(type) };
    const special = new Map<string, SelectionSetNode>();
    for (const one of selectionSet.selections)
      if (one.kind === Kind.INLINE_FRAGMENT) special.set(one.typeCondition!.name.value, one.selectionSet);
    // A field may be null on the interface and never on one of its types: then the type decides.
    const byType = schema.getPossibleTypes(type).map((one) => {
      const own = special.get(one.name);
      return [one.name, own ? fieldShapes(one, own) : fieldShapes(one, selectionSet, type)] as const;
    });
    return {
      fields: special.size > 0 ? null : fieldShapes(type, selectionSet),
      abstract: { name: type.name, byType: new Map(byType) },
      typeName: null,
    };
  }

  /** Made once for a type and a selection: types in types would else be walked times and times again. */
  function fieldShapes(
    type: GraphQLCompositeType,
    selectionSet: SelectionSetNode,
    through: GraphQLCompositeType = type,
  ): FieldShape[] {
    const byType = made.get(selectionSet) ?? new Map<string, FieldShape[]>();
    made.set(selectionSet, byType);
    const known = byType.get(type.name);
    if (known) return known;
    const shapes = selectionSet.selections.flatMap((one) =>
      one.kind === Kind.FIELD ? fieldShape(type, one, through) : [],
    );
    byType.set(type.name, shapes);
    return shapes;
  }

  function fieldShape(
    type: GraphQLCompositeType,
    { name: { value: name }, alias, directives, selectionSet }: FieldNode,
    through: GraphQLCompositeType,
  ): FieldShape[] {
    if (directives?.some((directive) => directive.name.value === 'skip')) return [];
    const from = alias?.value ?? name;
    const key = clientAlias(from);
    const definition = isUnionType(type) ? undefined : type.getFields()[name];
    if (!definition) return [{ key, from, name }];
    const denied = denial(type.name, name) ?? denial(through.name, name);
    const shape = { key, from, name: `${type}.${name}`, expected: expectedOf(definition.type, selectionSet) };
    return [{ ...shape, ...(denied && { denied }) }];
  }

  function expectedOf(type: GraphQLOutputType, selectionSet?: SelectionSetNode): Expected {
    if (isNonNullType(type)) return { ...expectedOf(type.ofType, selectionSet), nonNull: true };
    if (isListType(type)) return { nonNull: false, item: expectedOf(type.ofType, selectionSet) };
    if (isEnumType(type)) return { nonNull: false, values: new Set(type.getValues().map(({ name }) => name)) };
    return { nonNull: false, ...(selectionSet && { shape: objectShape(type, selectionSet) }) };
  }
}
