import type { MentionKind } from '#domain/mention.js';
import { type Place, placeOf, postId, WEB } from './address-place.js';
import type { Columns, FieldText } from './columns.js';
import type { Fields } from './compile-source.js';
import type { FormatOptions } from './format-options.js';
import { handleId } from './handle-id.js';
import { languageOf } from './language-names.js';
import { timeReader } from './local-time.js';
import { type AccountDraft, recordOf } from './mention-draft.js';
import { splitAddresses, splitList } from './split-list.js';
import { tableFormat } from './table-format.js';
import { vendorNumber } from './vendor-number.js';

/** Page types that name a platform; news, blogs, forums and reviews are on sites of their own. */
const PLATFORMS: Readonly<Record<string, string>> = {
  twitter: 'x',
  x: 'x',
  facebook: 'facebook',
  facebook_public: 'facebook',
  instagram: 'instagram',
  instagram_public: 'instagram',
  youtube: 'youtube',
  tiktok: 'tiktok',
  reddit: 'reddit',
  tumblr: 'tumblr',
  linkedin: 'linkedin',
  bluesky: 'bluesky',
  threads: 'threads',
  telegram: 'telegram',
  vk: 'vk',
};

const KINDS: Readonly<Record<string, MentionKind>> = {
  retweet: 'REPOST',
  repost: 'REPOST',
  share: 'REPOST',
  quote: 'QUOTE',
  comment: 'REPLY',
  reply: 'REPLY',
};

const TIMES = { patterns: ['yyyy-MM-dd HH:mm:ss.S', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'], zone: 'UTC' };

/** Exports of Brandwatch Consumer Research: labels, an empty line, then a header that changes with the date of export. */
export const BRANDWATCH = tableFormat({
  marks: [
    ['Query Id', 'Resource Id', 'Url'],
    ['Query Name', 'Page Type', 'Snippet', 'Url'],
  ],
  names: {
    id: 'Resource Id, Url',
    platform: 'Page Type',
    publishedAt: 'Date',
    parent: 'Parent Post Id, Thread Id',
    text: 'Full Text',
    urls: 'Expanded URLs',
    hashtags: 'Hashtags',
    language: 'Language',
    'account.id': 'Author',
    'account.handle': 'Author',
    'account.displayName': 'Full Name',
  },
  repeatable: true,
  prepare,
});

function prepare(columns: Columns, options: FormatOptions) {
  const url = columns.text('Url', 'Original Url');
  const resource = columns.text('Resource Id');
  const [type, date] = [columns.text('Page Type', 'Content Source'), columns.text('Date')];
  const [title, snippet, full] = [columns.text('Title'), columns.text('Snippet'), columns.text('Full Text')];
  const [hashtags, addresses] = [columns.text('Hashtags'), columns.text('Expanded URLs')];
  const kindOf = kindReader(columns);
  const parentOf = parentReader(columns);
  const accountOf = accountReader(columns);
  const language = columns.text('Language');
  const time = timeReader(TIMES, options);
  return (fields: Fields) => {
    const place = placeOf(url(fields));
    const pageType = type(fields).toLowerCase();
    const platform = PLATFORMS[pageType] ?? place?.platform ?? WEB;
    const isNews = pageType === 'news' || (pageType === '' && platform === WEB);
    const kind = kindOf(fields);
    const body = full(fields) || snippet(fields);
    const isArticle = platform === WEB && title(fields) !== '' && !body.startsWith(title(fields));
    return recordOf(
      {
        platform,
        // Parents are given by address or by the platform's id, never by Brandwatch's own: posts go by the same ids.
        id: (platform === place?.platform ? place.id : null) ?? (resource(fields) || url(fields)),
        kind,
        stream: isNews ? 'NEWS' : 'SOCIAL',
        account: accountOf(fields, platform, isNews, place),
        publishedAt: time('publishedAt', date(fields)),
        parent: parentOf(fields, kind),
        text: isArticle ? [title(fields), body].filter((part) => part !== '').join('\n') : body || title(fields),
        urls: splitAddresses(addresses(fields)),
        hashtags: splitList(hashtags(fields)),
        language: languageOf(language(fields)),
      },
      options.now,
    );
  };
}

function kindReader(columns: Columns): (fields: Fields) => MentionKind {
  const engagement = columns.text('Engagement Type');
  const entry = columns.text('Thread Entry Type');
  return (fields) =>
    KINDS[engagement(fields).toLowerCase()] ?? KINDS[entry(fields).toLowerCase()] ?? ('ORIGINAL' as const);
}

function parentReader(columns: Columns): (fields: Fields, kind: MentionKind) => string {
  const thread = ['Parent Post Id', 'Thread Id'];
  const sources: Readonly<Record<MentionKind, FieldText>> = {
    ORIGINAL: () => '',
    REPOST: columns.text('X Repost of', 'Twitter Retweet of', ...thread),
    QUOTE: columns.text('X Quote of', 'X Repost of', 'Twitter Retweet of', ...thread),
    REPLY: columns.text('X Reply to', 'Twitter Reply to', ...thread),
  };
  return (fields, kind) => postId(sources[kind](fields));
}

function accountReader(columns: Columns) {
  const [author, name, domain] = [columns.text('Author'), columns.text('Full Name'), columns.text('Domain')];
  const xId = columns.text('X Author ID', 'Twitter Author ID');
  const xFollowers = columns.text('X Followers', 'Twitter Followers');
  return (fields: Fields, platform: string, isNews: boolean, place: Place | null): AccountDraft => {
    const site = domain(fields).replace(/^www\./, '') || (place?.host ?? '');
    if (isNews) return { id: site, handle: site, displayName: site, newsOutlet: true };
    const handle = author(fields) || (place?.handle ?? '');
    const id = (platform === 'x' ? xId(fields) : '') || handleId(handle);
    const followers = platform === 'x' ? vendorNumber('X Followers', xFollowers(fields)) : undefined;
    return { id, handle: handle.replace(/^@/, ''), displayName: name(fields), followers };
  };
}
