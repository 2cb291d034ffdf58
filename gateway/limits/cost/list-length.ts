import {
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';
import { DEFAULT_PAGE } from '#domain/paging.js';
import type { ListSize } from './cost-weights.js';

/** Lists without pages are rankings and the like: short, but not one. */
const SHORT_LIST = 20;
/** A type has some ten fields. What tools ask of a schema then comes to about what schemas of some hundred types answer. */
const INTROSPECTED_LIST = 10;
/** Arguments that say how many items to give where the schema does not name them: those of Relay, and the usual others. */
const USUAL_SLICING = ['first', 'last', 'limit'];
/** Lists of a page, by the Relay specification and the usual short form of it. */
const USUAL_SIZED = ['nodes', 'edges'];

export type Variables = Readonly<Record<string, unknown>>;
export type Length = (variables: Variables) => number;

/** How many items a field gives, or the lists inside it do. */
export interface FieldLength {
  /** Of the field itself: 1 where it is no list; null where the field around it says. */
  readonly own: Length | null;
  /** Of the lists inside it that it sizes. */
  readonly inside: Length;
  readonly sizedFields: readonly string[];
}

const ONE: Length = () => 1;

interface Asked {
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly listSize: ListSize | null;
  /** Whether the field around it says how long it is. */
  readonly isSized: boolean;
}

/** The length of a field as its schema says it by `@listSize`; where that says nothing, as is usual. */
export function fieldLength({ node, definition, listSize, isSized }: Asked): FieldLength {
  const levels = listLevels(definition.type);
  const size = listSize ?? usual(definition);
  if (levels === 0) {
    if (size === null || size.sizedFields.length === 0) return { own: ONE, inside: ONE, sizedFields: [] };
    return { own: ONE, inside: sliced(node, definition, size), sizedFields: size.sizedFields };
  }
  if (isSized) return { own: null, inside: ONE, sizedFields: [] };
  // Of lists in lists a size is that of the outer one.
  const deeper = SHORT_LIST ** (levels - 1);
  const outer = size ? sliced(node, definition, size) : () => shortListOf(definition);
  return { own: (variables) => outer(variables) * deeper, inside: ONE, sizedFields: [] };
}

function listLevels(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listLevels(type.ofType as GraphQLOutputType);
  return isListType(type) ? 1 + listLevels(type.ofType as GraphQLOutputType) : 0;
}

function shortListOf({ type }: GraphQLField<unknown, unknown>): number {
  return getNamedType(type).name.startsWith('__') ? INTROSPECTED_LIST : SHORT_LIST;
}

/** A list or a connection with an argument that tells how many. */
function usual({ args, type }: GraphQLField<unknown, unknown>): ListSize | null {
  const slicingArguments = USUAL_SLICING.filter((name) =>
    args.some((argument) => argument.name === name && getNamedType(argument.type).name === 'Int'),
  );
  if (slicingArguments.length === 0) return null;
  const inside = getNamedType(type);
  const sizedFields = isObjectType(inside)
    ? USUAL_SIZED.filter((name) => listLevels(inside.getFields()[name]?.type ?? inside) > 0)
    : [];
  return { assumedSize: null, slicingArguments, sizedFields: listLevels(type) > 0 ? [] : sizedFields };
}

/** The largest of what its slicing arguments say; where none is given, what the schema assumes. */
function sliced(node: FieldNode, { args }: GraphQLField<unknown, unknown>, size: ListSize): Length {
  const assumed = size.assumedSize ?? (size.slicingArguments.length > 0 ? DEFAULT_PAGE : SHORT_LIST);
  const given = size.slicingArguments.map((name) => {
    const byDefault = args.find((argument) => argument.name === name)?.defaultValue;
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return () => Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return () => byDefault;
    const variable = value.name.value;
    return (variables: Variables) => variables[variable] ?? byDefault;
  });
  return (variables) => {
    let most = -1;
    for (const one of given) {
      const items = one(variables);
      if (typeof items === 'number') most = Math.max(most, items, 0);
    }
    return most < 0 ? assumed : most;
  };
}
