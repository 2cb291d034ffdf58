import { type ConstArgumentNode, type ConstDirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';

/**
 * For how many seconds a gateway may keep what is answered, by `Type` or `Type.field`; `inherit`: as long as what it hangs
 * on. What is not named here is not kept, nor is anything around it; but a scalar is kept as its object is.
 */
export type CacheTable = Readonly<Record<string, number | 'inherit'>>;

/**
 * The directive of Apollo, without its `scope`: nothing of the hub is for one caller alone, and composition would take the
 * enum of it for a part of the API.
 */
const DEFINITION = parse(
  `
"""
How long a gateway may keep what is answered, and show it to callers who see the same rows.
"""
directive @cacheControl(
  """As long as what it hangs on."""
  inheritMaxAge: Boolean
  """Seconds."""
  maxAge: Int
) on FIELD_DEFINITION | OBJECT
`,
  { noLocation: true },
).definitions;

/** An SDL with `@cacheControl` as a table says. */
export function withCacheHints(sdl: DocumentNode, table: CacheTable): DocumentNode {
  const names = Object.keys(table);
  if (names.length === 0) return sdl;
  const unused = new Set(names);
  const hinted = visit(sdl, {
    ObjectTypeDefinition: (type) => ({
      ...type,
      directives: [...(type.directives ?? []), ...hintsOf(type.name.value)],
      fields: type.fields?.map((field) => ({
        ...field,
        directives: [...(field.directives ?? []), ...hintsOf(`${type.name.value}.${field.name.value}`)],
      })),
    }),
  });
  if (unused.size > 0) throw new Error(`cache hints of what is not there: ${[...unused].join(', ')}`);
  return { ...hinted, definitions: [...DEFINITION, ...hinted.definitions] };

  function hintsOf(name: string): ConstDirectiveNode[] {
    unused.delete(name);
    const hint = table[name];
    if (hint === undefined) return [];
    const given = hint === 'inherit' ? argument('inheritMaxAge', true) : argument('maxAge', hint);
    return [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'cacheControl' }, arguments: given }];
  }
}

function argument(name: string, value: number | true): ConstArgumentNode[] {
  return [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value: value === true ? { kind: Kind.BOOLEAN, value } : { kind: Kind.INT, value: String(value) },
    },
  ];
}
