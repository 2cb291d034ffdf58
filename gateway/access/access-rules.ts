import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';
import { mustBeEnforceable } from './security-features.js';

/** What a caller must be or have for one field; of the lists of scopes all scopes of one will do. */
export interface Requirement {
  /** `Type.field`, or the type that the field gives. */
  readonly at: string;
  /** Null: it is enough to be known. */
  readonly anyOf: readonly (readonly string[])[] | null;
}

/** What a supergraph asks of callers, by its access directives. */
export interface AccessRules {
  /** All scopes that it names: others make no difference. */
  readonly scopes: ReadonlySet<string>;
  /** All must be met. Through an interface, those of the interface and of every type that implements it. */
  requirements(typeName: string, fieldName: string): readonly Requirement[];
}

interface RuledType {
  readonly own: readonly Requirement[];
  readonly fields: ReadonlyMap<string, { readonly own: readonly Requirement[]; readonly type: string }>;
  readonly implementedBy: string[];
}

/** Reads `@authenticated` and `@requiresScopes`. Throws BAD_SUPERGRAPH for access rules of kinds that are not enforced here. */
export function accessRules(supergraph: DocumentNode): AccessRules {
  mustBeEnforceable(supergraph);
  const types = ruledTypes(supergraph);
  const scopes = new Set<string>();
  for (const { own, fields } of types.values())
    for (const { anyOf } of [...own, ...[...fields.values()].flatMap((field) => field.own)])
      for (const scope of anyOf?.flat() ?? []) scopes.add(scope);
  const known = new Map<string, readonly Requirement[]>();
  return {
    scopes,
    requirements: (typeName, fieldName) => {
      const key = `${typeName}.${fieldName}`;
      const made = known.get(key) ?? requirementsOf(types, typeName, fieldName);
      known.set(key, made);
      return made;
    },
  };
}

function requirementsOf(types: ReadonlyMap<string, RuledType>, typeName: string, fieldName: string): Requirement[] {
  const type = types.get(typeName);
  const field = type?.fields.get(fieldName);
  if (!type || !field) return [];
  const through = type.implementedBy.flatMap((name) => requirementsOf(types, name, fieldName));
  return [...type.own, ...field.own, ...(types.get(field.type)?.own ?? []), ...through];
}

function ruledTypes({ definitions }: DocumentNode): Map<string, RuledType> {
  const types = new Map<string, RuledType>();
  for (const definition of definitions) {
    if (!('name' in definition) || !definition.name || !definition.kind.endsWith('TypeDefinition')) continue;
    const { value: name } = definition.name;
    const fields =
      'fields' in definition && definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION ? definition.fields : [];
    types.set(name, {
      own: requirementsIn(name, definition.directives as readonly ConstDirectiveNode[]),
      fields: new Map(
        (fields ?? []).flatMap((field) => {
          if (field.kind !== Kind.FIELD_DEFINITION) return [];
          const own = requirementsIn(`${name}.${field.name.value}`, field.directives);
          return [[field.name.value, { own, type: namedType(field.type) }] as const];
        }),
      ),
      implementedBy: [],
    });
  }
  for (const definition of definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const one of definition.interfaces ?? [])
        types.get(one.name.value)?.implementedBy.push(definition.name.value);
  return types;
}

function requirementsIn(at: string, directives: readonly ConstDirectiveNode[] = []): Requirement[] {
  return directives.flatMap(({ name, arguments: given = [] }): Requirement[] => {
    if (name.value === 'authenticated') return [{ at, anyOf: null }];
    if (name.value !== 'requiresScopes') return [];
    const scopes = given.find((argument) => argument.name.value === 'scopes');
    return [{ at, anyOf: scopes ? (valueFromASTUntyped(scopes.value) as string[][]) : [] }];
  });
}

interface Wrapped {
  readonly type?: Wrapped;
  readonly name?: { readonly value: string };
}

function namedType({ type, name }: Wrapped): string {
  return name?.value ?? (type ? namedType(type) : '');
}
