import type { IngestRecord } from '#domain/ingest-record.js';
import type { MentionKind, Stream } from '#domain/mention.js';
import { type Place, placeOf, postId, WEB } from './address-place.js';
import { FieldFault } from './field-fault.js';
import type { FormatOptions } from './format-options.js';
import { handleId } from './handle-id.js';
import { languageOf } from './language-names.js';
import { timeReader } from './local-time.js';
import { type AccountDraft, recordOf } from './mention-draft.js';
import { hashtagsIn } from './text-hashtags.js';
import { vendorNumber } from './vendor-number.js';

/** The fields of a document by their paths, from JSON or from a table: '' and [] where it has none. */
export interface TalkwalkerFields {
  text(path: string): string;
  addresses(path: string): readonly string[];
}

const TIMES = { patterns: ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm:ss.SSS', 'yyyy-MM-dd HH:mm'], zone: 'UTC' };
const MILLISECONDS = /^\d{12,14}$/;
const SECONDS = /^\d{9,10}$/;
/** `ex:` and the site stand before the number that the site gives an account. */
const EXTERNAL_ID = /^ex:[^-]+-(.+)$/;

/** Makes a function that turns a document into a record. It throws FieldFault. */
export function talkwalkerReader(options: FormatOptions): (fields: TalkwalkerFields) => IngestRecord {
  const time = timeReader(TIMES, options);
  return (fields) => {
    const { text } = fields;
    const place = placeOf(text('url'));
    if (place === null) throw new FieldFault('url', text('url') === '' ? 'is empty' : 'is no http address');
    const isWeb = place.platform === WEB;
    const stream: Stream = isWeb && !/blog|board|forum|social|comment/i.test(text('source_type')) ? 'NEWS' : 'SOCIAL';
    const content = text('content') || text('content_snippet');
    const said = isWeb ? [text('title'), content] : [content || text('title')];
    const body = [...new Set(said)].filter((part) => part !== '').join('\n');
    const parent = text('parent_url') === text('url') ? '' : text('parent_url');
    return recordOf(
      {
        platform: place.platform,
        id: place.id ?? text('url'),
        kind: kindOf(text('post_type'), body, parent),
        stream,
        account: accountOf(fields, place, stream),
        publishedAt: momentOf(text('published'), time),
        parent: postId(parent),
        text: body,
        urls: fields.addresses('entity_urls'),
        hashtags: isWeb ? [] : hashtagsIn(body),
        language: languageOf(text('lang')),
      },
      options.now,
    );
  };
}

function momentOf(published: string, time: ReturnType<typeof timeReader>): number {
  if (MILLISECONDS.test(published)) return Number(published);
  return SECONDS.test(published) ? Number(published) * 1000 : time('published', published);
}

function kindOf(postType: string, text: string, parent: string): MentionKind {
  if (/retweet|repost|share/i.test(postType) || text.startsWith('RT @')) return 'REPOST';
  if (/quote/i.test(postType)) return 'QUOTE';
  return parent !== '' || /comment|reply/i.test(postType) ? 'REPLY' : 'ORIGINAL';
}

function accountOf({ text }: TalkwalkerFields, place: Place, stream: Stream): AccountDraft {
  const name = text('extra_author_attributes.name');
  if (stream === 'NEWS') {
    const source = text('extra_source_attributes.name') || place.host;
    return { id: place.host, handle: place.host, displayName: source, newsOutlet: true };
  }
  const handle = text('extra_author_attributes.short_name') || (place.handle ?? '') || name;
  const number = EXTERNAL_ID.exec(text('extra_author_attributes.id'))?.[1] ?? '';
  const followers = place.platform === 'x' ? text('source_extended_attributes.twitter_followers') : '';
  return {
    id: number || handleId(handle),
    handle: handle.replace(/^@/, ''),
    displayName: name,
    followers: vendorNumber('source_extended_attributes.twitter_followers', followers),
  };
}
