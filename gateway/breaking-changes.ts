import { filterInternalFieldsAndTypes } from '@graphql-tools/federation';
import {
  buildASTSchema,
  type DocumentNode,
  findBreakingChanges,
  type GraphQLSchema,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** An operation that some client sends. */
export interface RecordedOperation {
  readonly name: string;
  readonly document: DocumentNode;
}

/** What would no longer work for somebody, an operation at a time. */
export interface Break {
  readonly operation: string;
  readonly reasons: readonly string[];
}

/**
 * Recorded operations that a supergraph breaks: those that are no longer valid on it, and those that use a field which
 * now gives something else than on the supergraph before.
 */
export function breaksOf(before: string, after: string, operations: readonly RecordedOperation[]): Break[] {
  const [old, next] = [clientSchema(before), clientSchema(after)];
  const changes = findBreakingChanges(old, next).map(({ description }) => description);
  return operations.flatMap(({ name, document }) => {
    const used = fieldsOf(old, document);
    const faults = validate(next, document).map(({ message }) => message);
    const changed = changes.filter((description) => used.has(/^\w+\.\w+/.exec(description)?.[0] ?? ''));
    const reasons = faults.length > 0 ? faults : changed;
    return reasons.length > 0 ? [{ operation: name, reasons }] : [];
  });
}

function clientSchema(sdl: string): GraphQLSchema {
  return filterInternalFieldsAndTypes(buildASTSchema(parse(sdl), { assumeValidSDL: true }));
}

/** `Type.field` of every field that an operation selects. */
function fieldsOf(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const types = new TypeInfo(schema);
  const fields = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, { Field: ({ name }) => void fields.add(`${types.getParentType()}.${name.value}`) }),
  );
  return fields;
}
