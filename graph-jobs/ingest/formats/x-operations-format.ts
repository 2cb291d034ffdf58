import type { Columns } from './columns.js';
import type { Fields } from './compile-source.js';
import type { FormatOptions } from './format-options.js';
import { languageOf } from './language-names.js';
import { timeReader } from './local-time.js';
import { recordOf } from './mention-draft.js';
import { splitAddresses, splitList } from './split-list.js';
import { tableFormat } from './table-format.js';
import { vendorNumber } from './vendor-number.js';

/** The readme of the releases: all times are UTC. */
const TIMES = { patterns: ['yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss'], zone: 'UTC' };
const DAYS = { patterns: ['yyyy-MM-dd'], zone: 'UTC' };

/** The tables of X's releases on information operations. Small accounts stand in them under a hash for id and name. */
export const X_OPERATIONS = tableFormat({
  marks: [['tweetid', 'userid', 'tweet_time', 'is_retweet']],
  names: {
    id: 'tweetid',
    publishedAt: 'tweet_time',
    parent: 'retweet_tweetid, quoted_tweet_tweetid, in_reply_to_tweetid',
    text: 'tweet_text',
    urls: 'urls',
    hashtags: 'hashtags',
    language: 'tweet_language',
    'account.id': 'userid',
    'account.createdAt': 'account_creation_date',
  },
  prepare,
});

function prepare(columns: Columns, options: FormatOptions) {
  const [id, text, at] = [columns.text('tweetid'), columns.text('tweet_text'), columns.text('tweet_time')];
  const [urls, hashtags, language] = [columns.text('urls'), columns.text('hashtags'), columns.text('tweet_language')];
  const parentOf = parentReader(columns);
  const accountOf = accountReader(columns, options);
  const time = timeReader(TIMES, options);
  return (fields: Fields) =>
    recordOf(
      {
        platform: options.platform ?? 'x',
        id: id(fields),
        ...parentOf(fields),
        stream: options.stream ?? 'SOCIAL',
        account: accountOf(fields),
        publishedAt: time('publishedAt', at(fields)),
        text: text(fields),
        urls: splitAddresses(inner(urls(fields))),
        hashtags: splitList(inner(hashtags(fields))),
        language: languageOf(language(fields)),
      },
      options.now,
    );
}

/** The first of retweet, quote and reply counts, as with pages of the API. */
function parentReader(columns: Columns) {
  const isRetweet = columns.text('is_retweet');
  const [retweeted, quoted] = [columns.text('retweet_tweetid'), columns.text('quoted_tweet_tweetid')];
  const answered = columns.text('in_reply_to_tweetid');
  return (fields: Fields) => {
    if (/^(true|1)$/i.test(isRetweet(fields))) return { kind: 'REPOST', parent: retweeted(fields) } as const;
    if (quoted(fields) !== '') return { kind: 'QUOTE', parent: quoted(fields) } as const;
    if (answered(fields) !== '') return { kind: 'REPLY', parent: answered(fields) } as const;
    return { kind: 'ORIGINAL' } as const;
  };
}

function accountReader(columns: Columns, options: FormatOptions) {
  const [id, handle] = [columns.text('userid'), columns.text('user_screen_name')];
  const [name, followers] = [columns.text('user_display_name'), columns.text('follower_count')];
  const created = columns.text('account_creation_date');
  const day = timeReader(DAYS, options);
  return (fields: Fields) => {
    const isHashed = handle(fields) === id(fields);
    return {
      id: id(fields),
      handle: isHashed ? '' : handle(fields),
      displayName: isHashed ? '' : name(fields),
      followers: vendorNumber('follower_count', followers(fields)),
      createdAt: created(fields) === '' ? undefined : day('account.createdAt', created(fields)),
    };
  };
}

/** Lists stand in brackets: `[a, b]`. */
function inner(list: string): string {
  return list.replace(/^\[|\]$/g, '').replaceAll("'", '');
}
