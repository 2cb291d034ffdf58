import { type TableRow, tableText } from './table-text.js';

const COLUMNS =
  'tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language,tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions,poll_choices'.split(
    ',',
  );

const ROW: TableRow = {
  userid: 'Zm/hash+1=',
  user_display_name: 'Zm/hash+1=',
  user_screen_name: 'Zm/hash+1=',
  follower_count: '31',
  account_creation_date: '2015-04-05',
  tweet_language: 'in',
  tweet_time: '2019-03-01 08:15',
  is_retweet: 'False',
};

const ROWS: readonly TableRow[] = [
  {
    ...ROW,
    tweetid: '1',
    tweet_text: 'Air naik, "awas"',
    hashtags: '[Banjir, Kota]',
    urls: '[https://kabar.example/a, https://kabar.example/b]',
  },
  { ...ROW, tweetid: '2', tweet_text: 'RT', is_retweet: 'True', retweet_tweetid: '1', hashtags: '[]', urls: '[]' },
  { ...ROW, tweetid: '3', tweet_text: 'lihat', quoted_tweet_tweetid: '1', in_reply_to_tweetid: '2' },
  {
    ...ROW,
    tweetid: '4',
    tweet_text: 'ya',
    in_reply_to_tweetid: '1',
    userid: '77',
    user_screen_name: 'akun_besar',
    user_display_name: 'Akun Besar',
  },
];

export const X_OPERATIONS_EXPORT = tableText(COLUMNS, ROWS);

/** With a column that some who pass such tables on have added. */
export const X_OPERATIONS_SCORED = tableText([...COLUMNS, 'bot_score'], [{ ...ROWS[0]!, bot_score: '0.9371' }]);

export const X_OPERATIONS_DAMAGED = tableText(COLUMNS, [
  { ...ROWS[0]!, tweetid: '' },
  { ...ROWS[0]!, tweet_time: '2019-02-30 08:15' },
  { ...ROWS[0]!, follower_count: 'banyak' },
  { ...ROWS[0]!, urls: '[kabar.example]' },
  { ...ROWS[1]!, retweet_tweetid: '2' },
  ROWS[3]!,
]);
