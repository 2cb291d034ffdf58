import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  visit,
} from 'graphql';

/** What fields cost that are not as others: `Type.field` -> points. */
export interface CostTable {
  readonly weights: Readonly<Record<string, number>>;
  /** How many items a list has that has no pages: `Type.field` -> items. */
  readonly sizes: Readonly<Record<string, number>>;
}

export const NO_COSTS: CostTable = { weights: {}, sizes: {} };

/** Lists of a page. */
const PAGE_LISTS = ['nodes', 'edges'];

/** An SDL in which pages say by `@listSize` how long they may be, and `@cost` and `@listSize` what a table says. */
export function withCosts(sdl: DocumentNode, { weights, sizes }: CostTable): DocumentNode {
  const types = new Map(
    sdl.definitions.flatMap((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const unused = new Set([...Object.keys(weights), ...Object.keys(sizes)]);
  const priced = visit(sdl, {
    ObjectTypeDefinition: (type) => ({ ...type, fields: type.fields?.map((field) => withCost(type, field)) }),
  });
  if (unused.size > 0) throw new Error(`costs of fields that are not there: ${[...unused].join(', ')}`);
  return priced;

  function withCost({ name }: ObjectTypeDefinitionNode, field: FieldDefinitionNode): FieldDefinitionNode {
    const key = `${name.value}.${field.name.value}`;
    unused.delete(key);
    const [weight, size, page] = [weights[key], sizes[key], pageOf(field)];
    const added = [
      ...(weight === undefined ? [] : [directive(`@cost(weight: ${weight})`)]),
      ...(size === undefined ? [] : [directive(`@listSize(assumedSize: ${size})`)]),
      ...(page === null ? [] : [directive(page)]),
    ];
    return added.length === 0 ? field : { ...field, directives: [...(field.directives ?? []), ...added] };
  }

  function pageOf({ arguments: given = [], type }: FieldDefinitionNode): string | null {
    if (!given.some(({ name }) => name.value === 'first')) return null;
    const lists = (types.get(namedType(type))?.fields ?? []).map(({ name }) => name.value);
    const sized = JSON.stringify(PAGE_LISTS.filter((name) => lists.includes(name)));
    return `@listSize(slicingArguments: ["first"], sizedFields: ${sized}, requireOneSlicingArgument: false)`;
  }
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function directive(text: string): ConstDirectiveNode {
  const [field] = parse(`type T { f: Int ${text} }`, { noLocation: true }).definitions;
  if (field?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error('no type');
  return field.fields![0]!.directives![0]!;
}
