import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  valueFromASTUntyped,
} from 'graphql';

/** What `@cacheControl` says of a type or a field. */
export interface CacheHint {
  readonly maxAge?: number | undefined;
  readonly scope?: string | undefined;
  readonly inheritMaxAge?: boolean | undefined;
}

interface Written {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Of a type, written where it is defined or where it is extended. */
export function hintOfType({ astNode, extensionASTNodes }: GraphQLNamedType): CacheHint {
  return [astNode, ...extensionASTNodes].map(hintIn).find((hint) => hint !== null) ?? {};
}

/** Of a field, as Apollo Server has it once its own hint and that of its type are put together. */
export function hintOfField({ type, astNode }: GraphQLField<unknown, unknown>, isRoot: boolean): CacheHint {
  const target = getNamedType(type);
  const isObject = isCompositeType(target);
  const ofType = isObject ? hintOfType(target) : {};
  const own = hintIn(astNode) ?? {};
  const inherits = own.inheritMaxAge && ofType.maxAge === undefined;
  const maxAge = inherits ? ofType.maxAge : (own.maxAge ?? ofType.maxAge);
  const mayInherit = inherits || ofType.inheritMaxAge || !isObject;
  return { maxAge: maxAge ?? (isRoot || !mayInherit ? 0 : undefined), scope: own.scope ?? ofType.scope };
}

function hintIn(node: Written | null | undefined): CacheHint | null {
  const directive = node?.directives?.find(({ name }) => name.value === 'cacheControl');
  if (!directive) return null;
  const given = (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]);
  const { maxAge, scope, inheritMaxAge } = Object.fromEntries(given) as CacheHint;
  return inheritMaxAge ? { inheritMaxAge, scope } : { maxAge, scope };
}
