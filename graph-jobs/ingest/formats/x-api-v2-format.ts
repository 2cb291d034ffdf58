import type { AccountRecord, MentionRecord } from '#domain/ingest-record.js';
import type { MentionKind } from '#domain/mention.js';
import { readJsonValues } from '../read/json-values.js';
import { type RawRow, WHOLE_ROW } from '../read/raw-row.js';
import type { SourceFile } from '../read/source-file.js';
import { checked } from './checked-value.js';
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
import type { FormatOptions } from './format-options.js';
import { soundMention } from './mention-rules.js';
import { type ParsedRow, type ParsedRows, rejectedRow } from './parsed-row.js';
import { type XPost, type XUser, xPage, xPost, xUser } from './x-page.js';

/** What a post does to the one that it refers to; of several the first in this order counts. */
const KINDS: readonly (readonly [NonNullable<XPost['referenced_tweets']>[number]['type'], MentionKind])[] = [
  ['retweeted', 'REPOST'],
  ['quoted', 'QUOTE'],
  ['replied_to', 'REPLY'],
];

/** Reads pages of the X API v2: one a file, JSON Lines of pages, or an array of pages. Each page is read as a whole. */
export async function* readXApiV2(source: SourceFile, options: FormatOptions): ParsedRows {
  const platform = platformName('--platform', options.platform ?? 'x');
  for await (const pages of readJsonValues(source)) yield pages.flatMap((page) => postsOf(page, platform, options));
}

function postsOf(raw: RawRow<unknown>, platform: string, options: FormatOptions): readonly ParsedRow[] {
  const { line } = raw;
  if (raw.fault !== undefined) return [raw];
  try {
    const { data, includes } = checked(xPage, raw.value);
    if (data === undefined && includes === undefined && !isEmptyPage(raw.value))
      throw new FieldFault(WHOLE_ROW, 'is no page of the X API v2: it has no data');
    const users = usersOf(includes?.users ?? []);
    const posts = data === undefined ? [] : Array.isArray(data) ? data : [data];
    const convert = (post: unknown, place: string, included: boolean): ParsedRow => {
      try {
        const mention = toMention(checked(xPost, post), users, platform, options);
        return { row: { line, place, record: { type: 'mention', mention }, included }, raw: post };
      } catch (error) {
        return rejectedRow(line, post, error, `${place}.`);
      }
    };
    return [
      ...posts.map((post, i) => convert(post, `data.${i}`, false)),
      ...(includes?.tweets ?? []).map((post, i) => convert(post, `includes.tweets.${i}`, true)),
    ];
  } catch (error) {
    return [rejectedRow(line, raw.value, error)];
  }
}

/** The accounts that a page tells of; a damaged one costs the posts of that account, not the page. */
function usersOf(raw: readonly unknown[]): ReadonlyMap<string, XUser | FieldFault> {
  const users = new Map<string, XUser | FieldFault>();
  for (const [n, value] of raw.entries()) {
    try {
      const user = checked(xUser, value);
      users.set(user.id, user);
    } catch (error) {
      const { id } = (value ?? {}) as { id?: unknown };
      if (!(error instanceof FieldFault)) throw error;
      if (typeof id !== 'string') continue;
      users.set(id, new FieldFault('author_id', `is of includes.users.${n}, whose ${error.field}: ${error.reason}`));
    }
  }
  return users;
}

/** A search that found nothing answers with `meta` alone. */
function isEmptyPage(value: unknown): boolean {
  return (value as { meta?: { result_count?: unknown } }).meta?.result_count === 0;
}

function toMention(
  post: XPost,
  users: ReadonlyMap<string, XUser | FieldFault>,
  platform: string,
  { now, stream }: FormatOptions,
): MentionRecord {
  const [type, kind] = KINDS.find(([one]) => post.referenced_tweets?.some((other) => other.type === one)) ?? [];
  const parent = post.referenced_tweets?.find((other) => other.type === type);
  const { hashtags = [], urls = [] } = post.entities ?? {};
  const user = users.get(post.author_id);
  if (user instanceof FieldFault) throw user;
  return soundMention({
    nativeId: requiredId('id', post.id),
    kind: kind ?? 'ORIGINAL',
    stream: stream ?? 'SOCIAL',
    account: toAccount(requiredId('author_id', post.author_id), user, platform, now),
    publishedAt: pastTime('created_at', Date.parse(post.created_at), now),
    parentNativeId: parent === undefined ? null : requiredId('referenced_tweets', parent.id),
    text: plainText('text', post.text),
    urls: webAddresses('entities.urls', [...new Set(urls.map((url) => url.expanded_url ?? url.url))]),
    hashtags: normalHashtags(
      'entities.hashtags',
      hashtags.map(({ tag }) => tag),
    ),
    mediaHashes: [],
    regionCode: null,
    language: post.lang === undefined ? null : languageTag('lang', post.lang),
  });
}

function toAccount(nativeId: string, user: XUser | undefined, platform: string, now: number): AccountRecord {
  return {
    platform,
    nativeId,
    handle: user?.username,
    displayName: user?.name,
    followers: user?.public_metrics?.followers_count,
    createdAt:
      user?.created_at === undefined ? undefined : pastTime('author.created_at', Date.parse(user.created_at), now),
  };
}
