import type { AccountRecord, IngestRow, MentionRecord } from '#domain/ingest-record.js';
import type { ImportCheckpoint } from '#domain/ports/ingest-store.js';

/** 1 January 2026, 00:00 UTC. */
export const NEW_YEAR = Date.UTC(2026, 0, 1);

export function accountRecord(nativeId: string, more: Partial<AccountRecord> = {}): AccountRecord {
  return { platform: 'x', nativeId, ...more };
}

/** A plain original by account `a`, a minute after the new year for each unit of `minute`. */
export function mentionRecord(
  nativeId: string,
  more: Partial<Omit<MentionRecord, 'account'>> & { account?: AccountRecord; minute?: number } = {},
): MentionRecord {
  const { minute = 0, ...fields } = more;
  return {
    nativeId,
    kind: 'ORIGINAL',
    stream: 'SOCIAL',
    account: accountRecord('a'),
    publishedAt: NEW_YEAR + minute * 60_000,
    parentNativeId: null,
    text: '',
    urls: [],
    hashtags: [],
    mediaHashes: [],
    regionCode: null,
    language: null,
    ...fields,
  };
}

/** Rows with the line numbers that they would have in a file. */
export function mentionRows(mentions: readonly MentionRecord[], firstLine = 1): IngestRow[] {
  return mentions.map((mention, at) => ({ line: firstLine + at, record: { type: 'mention', mention } }));
}

export const NO_CHECKPOINT: ImportCheckpoint = { rows: 0, rejected: 0, rejectsBytes: 0 };
