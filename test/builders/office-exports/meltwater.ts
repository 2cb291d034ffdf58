import { type TableRow, tableText } from './table-text.js';

const COLUMNS_2024 =
  'Date,Time,Document ID,URL,Input Name,Keywords,Information Type,Source Type,Source Name,Source Domain,Content Type,Author Name,Author Handle,Title,Opening Text,Hit Sentence,Image,Hashtags,Links,Country,Region,State,City,Language,Sentiment,Keyphrases,Reach,Global Reach,National Reach,Local Reach,AVE,Social Echo,Editorial Echo,Engagement,Shares,Quotes,Likes,Replies,Reposts,Comments,Reactions,Views,Estimated Views,Document Tags,Custom Categories,Custom Fields'.split(
    ',',
  );

const COLUMNS_EARLIER =
  'Date,Headline,URL,Opening Text,Hit Sentence,Source,Influencer,Country,Subregion,State,City,Language,Reach,Desktop Reach,Mobile Reach,Twitter Social Echo,Facebook Social Echo,Reddit Social Echo,National Viewership,AVE,Sentiment,Key Phrases,Input Name,Keywords,Document Tags'.split(
    ',',
  );

const ROWS_2024: readonly TableRow[] = [
  {
    Date: '01-Mar-2026',
    Time: '03:00 PM',
    'Document ID': '"abc1"',
    URL: 'https://x.com/warga_satu/status/9000000000000000001',
    'Source Type': 'Social',
    'Source Name': 'X',
    'Content Type': 'Original',
    'Author Name': 'Warga Satu',
    'Author Handle': '@Warga_Satu',
    'Hit Sentence': 'Air naik #Banjir',
    Hashtags: '#Banjir;#Kota',
    Links: 'https://kabar.example/a;https://kabar.example/b',
    Language: 'Indonesian',
  },
  {
    Date: '01-Mar-2026',
    Time: '03:01 PM',
    'Document ID': '"abc2"',
    URL: 'https://www.facebook.com/100/posts/200',
    'Source Name': 'Facebook',
    'Content Type': 'Comment',
    'Author Name': 'Kelurahan Fiktif',
    'Hit Sentence': 'Mohon maaf',
    Language: 'Indonesian',
  },
  {
    Date: '01-Mar-2026',
    Time: '04:00 PM',
    'Document ID': '"abc3"',
    URL: 'https://kabar.example/banjir',
    'Source Type': 'Online News',
    'Source Name': 'Kabar Fiktif',
    'Source Domain': 'kabar.example',
    Title: 'Banjir meluas',
    'Opening Text': 'Air mencapai pasar.',
    'Hit Sentence': '… pasar …',
    Language: 'Indonesian',
  },
];

/** UTF-16 with its mark, as Meltwater writes it. */
export function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

export const MELTWATER_EXPORT = utf16(`Exported from Explore\r\n${tableText(COLUMNS_2024, ROWS_2024, '\t')}`);

export const MELTWATER_DAMAGED = utf16(
  `${tableText(COLUMNS_2024, [{ ...ROWS_2024[0]!, Time: 'sore' }], '\t')}${'x\t'.repeat(60)}\r\n${tableText(
    COLUMNS_2024,
    [{ ...ROWS_2024[1]!, 'Author Name': '' }, ROWS_2024[2]!],
    '\t',
  ).replace(/^.*\r\n/, '')}`,
);

export const MELTWATER_EARLIER = utf16(
  tableText(
    COLUMNS_EARLIER,
    [
      {
        Date: '01-Mar-2021 03:03PM',
        URL: 'http://twitter.com/warga_dua/statuses/8',
        'Hit Sentence': 'RT @warga_satu Air naik #Banjir',
        Source: 'Twitter',
        Influencer: '@warga_dua',
        Language: 'Indonesian',
      },
      {
        Date: '01-Mar-2021 04:03PM',
        Headline: 'Banjir',
        URL: 'https://kabar.example/2021',
        'Opening Text': 'Air.',
        Source: 'Kabar Fiktif',
        Language: 'Unknown',
      },
    ],
    '\t',
  ),
);
