import { createHash } from 'node:crypto';
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import type { AuditSubject } from '#domain/audit-entry.js';
import { defaultValues } from '../default-values.js';

const MOST_FIELDS = 50;
const MOST_IDS = 20;
/** Ids of accounts are pseudonyms, those of issues and runs are words of ours; anything else may name somebody. */
const PLAIN_ID = /^[A-Za-z0-9][\w.:-]{0,79}$/;
const NOT_KEPT = '(not kept)';

type Variables = Readonly<Record<string, unknown>>;

/** What does not change from one request of a document to the next. */
interface Known {
  readonly kind: OperationDefinitionNode['operation'];
  readonly operation: string;
  readonly fields: readonly string[];
  /** Arguments of root fields that take ids. */
  readonly idArguments: readonly ArgumentNode[];
  /** What variables are where the request gives them no value. */
  readonly defaults: Variables;
}

export interface AuditedOperation {
  readonly kind: OperationDefinitionNode['operation'];
  readonly what: Pick<AuditSubject, 'operation' | 'fields' | 'ids'>;
}

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variableValues?: Variables | null;
}

const known = new WeakMap<DocumentNode, Map<string, Known | null>>();

/** What of an operation the log keeps; null for one that asks for nothing but type names. */
export function auditedOperation({ schema, document, operationName, variableValues }: Asked): AuditedOperation | null {
  const ofDocument = known.get(document) ?? new Map<string, Known | null>();
  known.set(document, ofDocument);
  const name = operationName ?? '';
  if (!ofDocument.has(name)) ofDocument.set(name, learn(schema, document, operationName));
  const asked = ofDocument.get(name);
  if (!asked) return null;
  const { kind, operation, fields, idArguments, defaults } = asked;
  return { kind, what: { operation, fields, ids: idsOf(idArguments, { ...defaults, ...variableValues }) } };
}

function learn(schema: GraphQLSchema, document: DocumentNode, name: string | null | undefined): Known | null {
  const operation = getOperationAST(document, name);
  const type = operation && schema.getRootType(operation.operation);
  if (!operation || !type) return null;
  const roots = rootFields(document, operation.selectionSet).filter((field) => field.name.value !== '__typename');
  if (roots.length === 0) return null;
  const fields = [...new Set(roots.map((field) => field.name.value.slice(0, 100)))].sort().slice(0, MOST_FIELDS);
  const idArguments = roots.flatMap((field) => (field.arguments ?? []).filter((given) => takesIds(type, field, given)));
  const defaults = defaultValues(operation);
  return { kind: operation.operation, operation: hashOf(document, name), fields, idArguments, defaults };
}

/** Fragments of the root included; one that is in itself was refused before. */
function rootFields(document: DocumentNode, { selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet) : [];
  });
}

function takesIds(type: GraphQLObjectType, field: FieldNode, { name }: ArgumentNode): boolean {
  const argument = type.getFields()[field.name.value]?.args.find((one) => one.name === name.value);
  return argument !== undefined && getNamedType(argument.type).name === 'ID';
}

function idsOf(idArguments: readonly ArgumentNode[], variables: Variables): string[] {
  const values = idArguments.flatMap(({ value }) => [valueFromASTUntyped(value, variables)].flat() as unknown[]);
  const ids = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
  return [...new Set(ids.map((id) => (PLAIN_ID.test(id) ? id : NOT_KEPT)))].slice(0, MOST_IDS);
}

/** Over the operation with every value in it emptied: they may name people. */
function hashOf(document: DocumentNode, name: string | null | undefined): string {
  const empty = visit(document, {
    StringValue: (node) => ({ ...node, value: '', block: false }),
    IntValue: (node) => ({ ...node, value: '0' }),
    FloatValue: (node) => ({ ...node, value: '0' }),
    ListValue: (node) => ({ ...node, values: [] }),
    ObjectValue: (node) => ({ ...node, fields: [] }),
  });
  return createHash('sha256')
    .update(`${print(empty)}\n${name ?? ''}`)
    .digest('hex');
}
