import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type CacheHint, hintOfField, hintOfType } from './cache-hints.js';
import { type CachePolicy, cachePolicy } from './cache-policy.js';

/**
 * For how long answers to a query may be kept, by the `@cacheControl` hints of the schema, read as Apollo Server reads
 * them: the least maxAge of all fields counts, PRIVATE wins, and a field of the root or of an object type without a hint
 * has 0. Apollo looks at the fields that it resolved; here all that the document may ask for count. Null: none.
 */
export function policyOfDocument(schema: GraphQLSchema, { definitions }: DocumentNode): CachePolicy | null {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const hints = definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION
      ? [...new DocumentHints(schema, fragments).of(one.selectionSet, schema.getQueryType()!, true)]
      : [],
  );
  const ages = hints.flatMap(({ maxAge }) => (maxAge === undefined ? [] : [maxAge]));
  if (ages.length === 0) return null;
  return cachePolicy(
    Math.min(...ages),
    hints.some(({ scope }) => scope === 'PRIVATE'),
  );
}

const UNKEPT: CacheHint = { maxAge: 0 };

class DocumentHints {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  /** All hints that bear on a selection. */
  *of({ selections }: SelectionSetNode, parent: GraphQLCompositeType, isRoot: boolean): Generator<CacheHint> {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) yield* this.#ofField(one, parent, isRoot);
      else {
        const { selectionSet } = this.#fragment(one);
        const type = this.#typeOf(one) ?? parent;
        yield* this.of(selectionSet, type, isRoot);
      }
    }
  }

  *#ofField({ name, selectionSet }: FieldNode, parent: GraphQLCompositeType, isRoot: boolean): Generator<CacheHint> {
    if (name.value === '__typename') return;
    const fields = this.#fieldsOf(parent, name.value);
    if (fields.length === 0) yield UNKEPT;
    const isEntities = isRoot && name.value === '_entities';
    if (isEntities && selectionSet) yield* this.#ofEntities(selectionSet);
    for (const field of fields) if (!isEntities) yield hintOfField(field, isRoot);
    const types = new Set(fields.map(({ type }) => getNamedType(type)).filter(isCompositeType));
    if (selectionSet) for (const type of types) yield* this.of(selectionSet, type, false);
  }

  /** Apollo's `_entities` has the hints of the types that it finds; which it may find, its fragments tell. */
  *#ofEntities({ selections }: SelectionSetNode): Generator<CacheHint> {
    for (const one of selections) {
      const type = one.kind === Kind.FIELD ? null : this.#typeOf(one);
      if (type)
        for (const found of this.#typesBehind(type)) {
          const { maxAge = 0, scope } = hintOfType(found);
          yield { maxAge, scope };
        }
      else if (one.kind !== Kind.FIELD) yield UNKEPT;
    }
  }

  /** Through an interface it is known only with the answer which type a field is of. */
  #fieldsOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown>[] {
    return this.#typesBehind(parent).flatMap((type) => (isUnionType(type) ? [] : (type.getFields()[name] ?? [])));
  }

  #typesBehind(type: GraphQLCompositeType): readonly Exclude<GraphQLCompositeType, never>[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }

  #fragment(one: Exclude<SelectionNode, FieldNode>) {
    return one.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(one.name.value)! : one;
  }

  #typeOf(one: Exclude<SelectionNode, FieldNode>): GraphQLCompositeType | null {
    const { typeCondition } = this.#fragment(one);
    const type = typeCondition && this.schema.getType(typeCondition.name.value);
    return isCompositeType(type) ? type : null;
  }
}
