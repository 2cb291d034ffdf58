import { CodedError } from '#domain/errors/coded-error.js';
import type { ShippedReference } from '#domain/ports/transfer-store.js';
import { COMPARED_FIELDS } from '#domain/transfer/transfer-kinds.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';

export type ShippedKind = keyof ShippedReference;

export function isShippedKind(kind: TransferKind): kind is ShippedKind {
  return kind === 'regions' || kind === 'agencies';
}

/** Whether a store holds these records and no other, field by field. */
export function isAsShipped<Kind extends ShippedKind>(
  kind: Kind,
  stored: readonly TransferRecords[Kind][],
  shipped: readonly TransferRecords[Kind][],
): boolean {
  const fields: readonly (keyof TransferRecords[Kind])[] = COMPARED_FIELDS[kind];
  const texts = (records: readonly TransferRecords[Kind][]) =>
    records.map((record) => JSON.stringify(fields.map((field) => record[field] ?? null))).sort();
  const [own, wanted] = [texts(stored), texts(shipped)];
  return own.length === wanted.length && own.every((text, at) => text === wanted[at]);
}

export function notEmpty(kind: TransferKind, count: number, location: string): CodedError {
  return new CodedError('STORE_NOT_EMPTY', `the target holds data already: ${count.toLocaleString('en')} ${kind}`, {
    at: location,
    hint: 'a copy goes into a store that is empty, or holds the shipped regions and agencies and nothing else; docs/neo4j.md, "Moving up", tells how to empty one',
  });
}
