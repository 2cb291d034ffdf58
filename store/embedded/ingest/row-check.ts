import type { AccountRecord, IngestRow, MentionRecord, RejectedRow } from '#domain/ingest-record.js';

const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * What no adapter can keep as it is: null characters (databases end strings there), ids that are not Unicode, and what
 * would break the ids themselves. Null when the row can be stored.
 */
export function unstorable({ line, record }: IngestRow): RejectedRow | null {
  const fault = record.type === 'mention' ? mentionFault(record.mention) : accountFault(record.account);
  return fault === null ? null : { line, ...fault };
}

/** Text with half surrogate pairs (cut emojis) made whole, as storing it in UTF-8 would do. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}

type Fault = Pick<RejectedRow, 'field' | 'reason'>;

function mentionFault(mention: MentionRecord): Fault | null {
  if (!Number.isSafeInteger(mention.publishedAt))
    return { field: 'publishedAt', reason: 'is not a whole number of milliseconds' };
  const texts = { text: mention.text, regionCode: mention.regionCode, language: mention.language };
  return (
    idFault('nativeId', mention.nativeId) ??
    (mention.parentNativeId === null ? null : idFault('parentNativeId', mention.parentNativeId)) ??
    (mention.parentNativeId === mention.nativeId
      ? { field: 'parentNativeId', reason: 'the mention is its own parent' }
      : null) ??
    accountFault(mention.account) ??
    nullCharacter(texts) ??
    nullCharacter({ urls: mention.urls, hashtags: mention.hashtags, mediaHashes: mention.mediaHashes })
  );
}

function accountFault(account: AccountRecord): Fault | null {
  const fault = idFault('platform', account.platform) ?? idFault('account.nativeId', account.nativeId);
  if (fault !== null) return fault;
  if (account.platform.includes(':')) return { field: 'platform', reason: 'holds ":", which separates it from the id' };
  return nullCharacter({ 'account.handle': account.handle, 'account.displayName': account.displayName });
}

function idFault(field: string, id: string): Fault | null {
  if (id === '') return { field, reason: 'is empty' };
  if (id.includes('\0')) return { field, reason: 'holds a null character' };
  return id.search(LONE_SURROGATE) === -1 ? null : { field, reason: 'is not valid Unicode' };
}

function nullCharacter(values: Record<string, string | readonly string[] | null | undefined>): Fault | null {
  for (const [field, value] of Object.entries(values)) {
    const has = typeof value === 'string' ? value.includes('\0') : value?.some((one) => one.includes('\0'));
    if (has) return { field, reason: 'holds a null character' };
  }
  return null;
}
