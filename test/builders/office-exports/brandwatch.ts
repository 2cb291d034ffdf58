import { type TableRow, tableText } from './table-text.js';

const PREAMBLE = [
  'Report:,Bulk Mentions Download',
  'Brand:,"Banjir, kota fiktif"',
  'From:,Sun Mar 01 2026',
  'To:,Mon Mar 02 2026',
  'Label:,Banjir',
  '',
];

const COLUMNS =
  'Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Country,Region,City,Latitude,Longitude,Account Type,Author,Full Name,Gender,Avatar,Resource Id,Full Text,Hashtags,Mentioned Authors,Expanded URLs,Media URLs,Engagement Type,Thread Id,Thread Author,Thread Created Date,Thread Entry Type,Parent Post Id,Impressions,Reach (new),X Followers,X Following,X Posts,X Verified,X Likes,X Replies,X Reposts,X Repost of,X Reply to,Is Syndicated,Redacted Fields'.split(
    ',',
  );

const X = { 'Query Id': '7', 'Query Name': 'Banjir', 'Page Type': 'twitter', Domain: 'twitter.com', Language: 'id' };
const POST = 'http://twitter.com/warga_satu/statuses/9000000000000000001';

const ROWS: readonly TableRow[] = [
  {
    ...X,
    Date: '2026-03-01 08:00:00.0',
    Url: POST,
    Author: 'warga_satu',
    'Full Name': 'Warga Satu (@warga_satu)',
    Gender: 'female',
    'Resource Id': '9000000000000000001',
    'Full Text': 'Air naik, "jalan" ditutup #Banjir\nhati-hati',
    Hashtags: '#banjir',
    'Expanded URLs': 'https://kabar.example/a,b, https://kabar.example/c',
    'X Followers': '1,204',
  },
  {
    ...X,
    Date: '2026-03-01 08:00:09.0',
    Url: 'http://twitter.com/warga_dua/statuses/9000000000000000002',
    Author: 'warga_dua',
    'Resource Id': '9000000000000000002',
    'Full Text': 'RT @warga_satu Air naik',
    'Engagement Type': 'RETWEET',
    'X Repost of': POST,
  },
  {
    ...X,
    Date: '2026-03-01 08:05:00.0',
    Url: 'http://twitter.com/warga_tiga/statuses/9000000000000000003',
    Author: 'warga_tiga',
    'Resource Id': '9000000000000000003',
    'Full Text': 'di mana?',
    'Engagement Type': 'COMMENT',
    'X Reply to': POST,
  },
  {
    ...X,
    Date: '2026-03-01 08:06:00.0',
    Url: 'http://twitter.com/warga_tiga/statuses/9000000000000000004',
    Author: 'warga_tiga',
    'Resource Id': '9000000000000000004',
    'Full Text': 'lihat ini',
    'Engagement Type': 'QUOTE',
    'Parent Post Id': '9000000000000000001',
  },
  {
    'Query Id': '7',
    Date: '2026-03-01 09:30:00.0',
    Title: 'Banjir meluas',
    Snippet: 'Air mencapai …',
    Url: 'https://kabar.example/banjir-meluas',
    Domain: 'kabar.example',
    'Page Type': 'news',
    Language: 'id',
    'Full Text': 'Air mencapai pasar.',
  },
];

/** The first post a second time, for another query, as exports have it. */
const AGAIN = { ...ROWS[0]!, 'Query Id': '8', 'Query Name': 'Kota' };

export const BRANDWATCH_EXPORT = `${PREAMBLE.join('\r\n')}\r\n${tableText(COLUMNS, [...ROWS, AGAIN])}`;

/** A wrong time, no author, a missing column, a rounded id, and a good row behind them. */
export const BRANDWATCH_DAMAGED = `${PREAMBLE.join('\r\n')}\r\n${tableText(COLUMNS, [
  { ...ROWS[1]!, Date: '01/03/26' },
  { ...ROWS[2]!, Author: '', Url: 'https://forum.example/1', 'Page Type': 'forum' },
])}only,three,fields\r\n${tableText(COLUMNS, [
  { ...ROWS[2]!, Url: 'https://forum.example/2', 'Page Type': 'forum', 'Resource Id': '9.00000E+18' },
  ROWS[3]!,
]).replace(/^.*\r\n/, '')}`;

/** From before the columns were renamed, and of a tool that leaves Resource Id empty. */
export const BRANDWATCH_EARLIER = tableText(
  [
    'Query Name',
    'Date',
    'Snippet',
    'Url',
    'Page Type',
    'Author',
    'Resource Id',
    'Twitter Followers',
    'Engagement Type',
    'Twitter Retweet of',
  ],
  [
    {
      Date: '2022-03-01 08:00:00.0',
      Snippet: 'RT',
      Url: 'http://twitter.com/warga_dua/statuses/8',
      'Page Type': 'twitter',
      Author: 'warga_dua',
      'Twitter Followers': '5',
      'Engagement Type': 'RETWEET',
      'Twitter Retweet of': 'http://twitter.com/warga_satu/statuses/7',
    },
    {
      Date: '2022-03-01 09:00:00.0',
      Snippet: 'tanya',
      Url: 'https://forum.example/9',
      'Page Type': 'forum',
      Author: 'Pak RT',
    },
  ],
);
