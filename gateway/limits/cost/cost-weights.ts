import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { costDirectiveNames } from './cost-directive-names.js';

/** How many items a list has, as `@listSize` says. */
export interface ListSize {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[];
  /** Lists inside the field that have this many items; empty where the field is the list itself. */
  readonly sizedFields: readonly string[];
}

/** What a schema says of one field by `@cost` and `@listSize`; null where it says nothing. */
export interface FieldWeights {
  readonly weight: number | null;
  readonly listSize: ListSize | null;
  /** Weights of arguments that have one; of input objects, those of their fields. */
  readonly inputs: ReadonlyMap<string, number>;
}

/** What a supergraph says of costs: the directives of the IBM cost specification, as Apollo and Hive read them. */
export interface CostWeights {
  /** Of an object, interface, scalar or enum; null where it says nothing. */
  type(name: string): number | null;
  /** Of an interface, what the types behind it say where it says nothing itself: the most of them. */
  field(typeName: string, fieldName: string): FieldWeights;
}

interface WeighedType {
  readonly weight: number | null;
  readonly fields: ReadonlyMap<string, FieldWeights>;
  readonly implementedBy: string[];
}

const NOTHING: FieldWeights = { weight: null, listSize: null, inputs: new Map() };

/** Reads `@cost` and `@listSize`, under the names by which the supergraph links them. */
export function costWeights(supergraph: DocumentNode): CostWeights {
  const types = weighedTypes(supergraph);
  return { type: (name) => types.get(name)?.weight ?? null, field };

  function field(typeName: string, fieldName: string): FieldWeights {
    const type = types.get(typeName);
    const own = type?.fields.get(fieldName) ?? NOTHING;
    if (!type || type.implementedBy.length === 0) return own;
    const behind = type.implementedBy.map((name) => field(name, fieldName));
    return {
      ...own,
      weight: own.weight ?? most(behind.map(({ weight }) => weight)),
      listSize: own.listSize ?? behind.find(({ listSize }) => listSize !== null)?.listSize ?? null,
    };
  }
}

function most(weights: readonly (number | null)[]): number | null {
  return weights.reduce((one, other) => (other === null ? one : Math.max(one ?? other, other)), null);
}

function weighedTypes(supergraph: DocumentNode): Map<string, WeighedType> {
  const names = costDirectiveNames(supergraph);
  const types = new Map<string, WeighedType>();
  for (const definition of supergraph.definitions)
    if (isType(definition))
      types.set(definition.name.value, {
        weight: weightIn(definition.directives, names.cost),
        fields: new Map((definition.fields ?? []).map((field) => [field.name.value, weightsOf(field)])),
        implementedBy: [],
      });
  for (const definition of supergraph.definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const one of definition.interfaces ?? [])
        types.get(one.name.value)?.implementedBy.push(definition.name.value);
  return types;

  function weightsOf({ directives, arguments: given = [] }: FieldNode): FieldWeights {
    const inputs = given.flatMap(({ name, directives: ofArgument }) => {
      const weight = weightIn(ofArgument, names.cost);
      return weight === null ? [] : [[name.value, weight] as const];
    });
    const weight = weightIn(directives, names.cost);
    return { weight, listSize: listSizeIn(directives, names.listSize), inputs: new Map(inputs) };
  }
}

interface FieldNode {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[];
  readonly arguments?: readonly InputValueDefinitionNode[];
}

interface TypeNode extends FieldNode {
  readonly fields?: readonly FieldNode[];
}

function isType(definition: DefinitionNode): definition is DefinitionNode & TypeNode {
  return definition.kind.endsWith('TypeDefinition');
}

type Directives = readonly ConstDirectiveNode[] | undefined;

function weightIn(directives: Directives, name: string): number | null {
  const weight = argumentsOf(directives, name)?.weight;
  // The specification of IBM writes numbers as text, that of Apollo as numbers.
  return weight === undefined || !Number.isFinite(Number(weight)) ? null : Math.max(0, Number(weight));
}

function listSizeIn(directives: Directives, name: string): ListSize | null {
  const given = argumentsOf(directives, name);
  if (!given) return null;
  const { assumedSize = null, slicingArguments, sizedFields } = given;
  return {
    assumedSize: assumedSize === null ? null : Math.max(0, Number(assumedSize)),
    slicingArguments: (slicingArguments as string[] | null | undefined) ?? [],
    sizedFields: (sizedFields as string[] | null | undefined) ?? [],
  };
}

function argumentsOf(directives: Directives = [], wanted: string): Record<string, unknown> | null {
  const directive = directives.find(({ name }) => name.value === wanted);
  if (!directive) return null;
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
