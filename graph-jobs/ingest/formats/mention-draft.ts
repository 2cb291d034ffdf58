import type { AccountRecord, IngestRecord, MentionRecord } from '#domain/ingest-record.js';
import type { MentionKind, Stream } from '#domain/mention.js';
import { FieldFault } from './field-fault.js';
import {
  languageTag,
  normalHashtags,
  pastTime,
  plainText,
  platformName,
  requiredId,
  webAddresses,
} from './field-rules.js';
import { soundMention } from './mention-rules.js';

/** A mention as a format finds it, before the rules that hold for all; '' where the file says nothing. */
export interface MentionDraft {
  readonly platform: string;
  readonly id: string;
  readonly kind: MentionKind;
  readonly stream: Stream;
  readonly account: AccountDraft;
  /** Unix milliseconds. */
  readonly publishedAt: number;
  readonly parent?: string;
  readonly text: string;
  readonly urls?: readonly string[];
  readonly hashtags?: readonly string[];
  readonly language?: string | null;
  readonly region?: string | null;
}

export interface AccountDraft {
  readonly id: string;
  readonly handle?: string;
  readonly displayName?: string;
  readonly followers?: number | undefined;
  readonly createdAt?: number | undefined;
  readonly newsOutlet?: true | undefined;
}

/** The record of a draft. Throws FieldFault by the names of the mapping: id, publishedAt, account.id … */
export function recordOf(draft: MentionDraft, now: number): IngestRecord {
  return { type: 'mention', mention: mentionOf(draft, now) };
}

export function mentionOf(draft: MentionDraft, now: number): MentionRecord {
  const { kind, stream, parent = '', urls = [], hashtags = [], language = null, region = null } = draft;
  const nativeId = writtenOut('id', draft.id);
  // A tool that gives the parent of a thread gives it to its first post as well, and a root may be its own.
  const hasParent = kind !== 'ORIGINAL' && parent !== '' && parent !== nativeId;
  return soundMention({
    nativeId,
    kind,
    stream,
    account: accountOf(draft.account, platformName('platform', draft.platform), now),
    publishedAt: pastTime('publishedAt', draft.publishedAt, now),
    parentNativeId: hasParent ? writtenOut('parent', parent) : null,
    text: plainText('text', draft.text),
    urls: webAddresses('urls', [...new Set(urls)]),
    hashtags: normalHashtags('hashtags', hashtags),
    mediaHashes: [],
    regionCode: region,
    language: language === null || language === '' ? null : languageTag('language', language),
  });
}

function accountOf(draft: AccountDraft, platform: string, now: number): AccountRecord {
  const { handle = '', displayName = '', followers, createdAt, newsOutlet } = draft;
  return {
    platform,
    nativeId: writtenOut('account.id', draft.id),
    handle: handle === '' ? undefined : plainText('account.handle', handle),
    displayName: displayName === '' ? undefined : plainText('account.displayName', displayName),
    followers,
    createdAt: createdAt === undefined ? undefined : pastTime('account.createdAt', createdAt, now),
    newsOutlet,
  };
}

/** An id that no spreadsheet has rounded: of a post's 19 digits it keeps 15 and writes an exponent. */
function writtenOut(field: string, id: string): string {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(id))
    throw new FieldFault(field, `"${id}" was rounded by a spreadsheet: export it again, or format its column as text`);
  return requiredId(field, id);
}
