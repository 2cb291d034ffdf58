import { type ConstDirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';

/**
 * Who may read what of a subgraph: type -> what a caller needs -> names of fields, parted by spaces. What it needs is
 * `authenticated`, or scopes of domain/access parted by spaces, all of them. `*` stands for all fields of a type that is a
 * value of something else; entities and the root types name each field, since each may lead to other rows.
 */
export type AccessTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** No credential can name it (isNameable). A field without a rule is closed until somebody has thought about it, and a test names it. */
export const UNRULED = '!without-rule';

const AUTHENTICATED = 'authenticated';
const ALL = '*';
/** Pages: what they hold has rules of its own, and so has the field that gives them. */
const PAGE = /(Connection|Edge)$/;

/** An SDL with `@authenticated` and `@requiresScopes` on each of its fields. */
export function withAccessRules(sdl: DocumentNode, table: AccessTable): DocumentNode {
  return visit(sdl, {
    ObjectTypeDefinition: (type) => ({
      ...type,
      fields: type.fields?.map((field) => ({
        ...field,
        directives: [...(field.directives ?? []), ruleOf(needOf(type.name.value, field.name.value, table))],
      })),
    }),
  });
}

/** What a caller needs for a field; UNRULED where the table does not say. */
export function needOf(type: string, field: string, table: AccessTable): string {
  for (const [need, fields] of Object.entries(table[type] ?? {}))
    if (fields === ALL || fields.split(' ').includes(field)) return need;
  return isPage(type) && !table[type] ? AUTHENTICATED : UNRULED;
}

export function isPage(type: string): boolean {
  return PAGE.test(type);
}

function ruleOf(need: string): ConstDirectiveNode {
  const text =
    need === AUTHENTICATED ? '@authenticated' : `@requiresScopes(scopes: [${JSON.stringify(need.split(' '))}])`;
  const [field] = parse(`type T { f: Int ${text} }`, { noLocation: true }).definitions;
  if (field?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error('no type');
  return field.fields![0]!.directives![0]!;
}
