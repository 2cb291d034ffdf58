import type { AccountRecord, IngestRecord, IngestRow, MentionRecord, RejectedRow } from '#domain/ingest-record.js';

/** Characters of what indices hold: an entry of an index of Neo4j has room for some 8 kB. */
export const LONGEST_ID = 512;

const LONE_SURROGATE = /\p{Surrogate}/gu;

export interface CheckedRow {
  readonly row: IngestRow;
  readonly fault: RejectedRow | null;
}

/**
 * What some adapter cannot keep as it is: null characters (databases end strings there), ids that are not Unicode or
 * longer than an index holds, and what would break the ids themselves. All refuse the same, so that a store can be
 * copied into any other. `fault` is null when the row can be stored.
 */
export function checkRow(row: IngestRow): CheckedRow {
  return { row, fault: unstorable(row) };
}

function unstorable({ line, record }: IngestRow): RejectedRow | null {
  const fault = recordFault(record);
  return fault === null ? null : { line, ...fault };
}

function recordFault(record: IngestRecord): Fault | null {
  if (record.type === 'mention') return mentionFault(record.mention);
  if (record.type === 'account') return accountFault(record.account);
  const { platform, nativeId } = record.deletion;
  return idFault('platform', platform) ?? idFault('nativeId', nativeId);
}

/** Text with half surrogate pairs (cut emojis) made whole, as storing it in UTF-8 would do. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}

type Fault = Pick<RejectedRow, 'field' | 'reason'>;

const OWN_PARENT: Fault = { field: 'parentNativeId', reason: 'the mention is its own parent' };

function mentionFault(mention: MentionRecord): Fault | null {
  if (!Number.isSafeInteger(mention.publishedAt))
    return { field: 'publishedAt', reason: 'is not a whole number of milliseconds' };
  return (
    idFault('nativeId', mention.nativeId) ??
    (mention.parentNativeId === null ? null : idFault('parentNativeId', mention.parentNativeId)) ??
    (mention.parentNativeId === mention.nativeId ? OWN_PARENT : null) ??
    accountFault(mention.account) ??
    nullCharacter('text', mention.text) ??
    optionalIdFault('regionCode', mention.regionCode) ??
    nullCharacter('language', mention.language) ??
    nullCharacters('urls', mention.urls) ??
    nullCharacters('hashtags', mention.hashtags) ??
    nullCharacters('mediaHashes', mention.mediaHashes)
  );
}

function accountFault(account: AccountRecord): Fault | null {
  const fault = idFault('platform', account.platform) ?? idFault('account.nativeId', account.nativeId);
  if (fault !== null) return fault;
  if (account.platform.includes(':')) return { field: 'platform', reason: 'holds ":", which separates it from the id' };
  return (
    tooLong('account.handle', account.handle) ??
    nullCharacter('account.handle', account.handle) ??
    nullCharacter('account.displayName', account.displayName) ??
    optionalIdFault('account.agencyId', account.agencyId)
  );
}

/** Why an id can be kept by no store; null where it can. */
export function idFault(field: string, id: string): Fault | null {
  if (id === '') return { field, reason: 'is empty' };
  if (id.includes('\0')) return { field, reason: 'holds a null character' };
  return id.search(LONE_SURROGATE) === -1 ? tooLong(field, id) : { field, reason: 'is not valid Unicode' };
}

function optionalIdFault(field: string, id: string | null | undefined): Fault | null {
  return id === null || id === undefined ? null : idFault(field, id);
}

function tooLong(field: string, value: string | undefined): Fault | null {
  return value === undefined || value.length <= LONGEST_ID
    ? null
    : { field, reason: `is longer than ${LONGEST_ID} characters` };
}

function nullCharacter(field: string, value: string | null | undefined): Fault | null {
  return value?.includes('\0') ? { field, reason: 'holds a null character' } : null;
}

function nullCharacters(field: string, values: readonly string[]): Fault | null {
  return values.length === 0
    ? null
    : nullCharacter(
        field,
        values.find((value) => value.includes('\0')),
      );
}
