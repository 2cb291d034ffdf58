import { tableText } from './table-text.js';

const COLUMNS =
  'url,root_url,parent_url,domain_url,host_url,published,indexed,search_indexed,title,title_snippet,content,content_snippet,lang,sentiment,engagement,reach,source_type,post_type,provider,cluster_id,matched_profile,tags_internal,entity_urls,word_count,extra_author_attributes.id,extra_author_attributes.name,extra_author_attributes.short_name,extra_author_attributes.url,extra_author_attributes.gender,extra_author_attributes.birthdate,extra_author_attributes.image_url,extra_article_attributes.world_data.country,extra_source_attributes.name,article_extended_attributes.twitter_retweets,source_extended_attributes.twitter_followers'.split(
    ',',
  );

const POST = 'http://twitter.com/warga_satu/status/9000000000000000001';

const DOCUMENTS = [
  {
    url: POST,
    published: Date.UTC(2026, 2, 1, 8),
    content: 'Air naik #Banjir',
    lang: 'id',
    source_type: ['SOCIALMEDIA', 'SOCIALMEDIA_TWITTER'],
    post_type: ['TEXT'],
    entity_urls: [{ url: 'https://kabar.example/a' }],
    extra_author_attributes: {
      id: 'ex:twitter.com-501',
      name: 'Warga Satu',
      short_name: 'warga_satu',
      gender: 'FEMALE',
      birthdate: { date: '1990-01-02' },
    },
    source_extended_attributes: { twitter_followers: 12 },
  },
  {
    url: 'http://twitter.com/warga_dua/status/9000000000000000002',
    parent_url: POST,
    published: Date.UTC(2026, 2, 1, 8, 1),
    content: 'RT @warga_satu: Air naik #Banjir',
    lang: 'id',
    source_type: ['SOCIALMEDIA', 'SOCIALMEDIA_TWITTER'],
    extra_author_attributes: { id: 'ex:twitter.com-502', name: 'Warga Dua', short_name: 'warga_dua' },
  },
  {
    url: 'https://kabar.example/banjir',
    root_url: 'https://kabar.example/',
    published: Date.UTC(2026, 2, 1, 9),
    title: 'Banjir meluas',
    content: 'Air mencapai pasar.',
    lang: 'id',
    source_type: ['ONLINENEWS'],
    extra_source_attributes: { name: 'Kabar Fiktif' },
    extra_author_attributes: { name: 'Seorang Wartawan' },
  },
];

export const TALKWALKER_ANSWER = JSON.stringify({
  status_code: '0',
  result_content: { data: DOCUMENTS.map((data) => ({ data })) },
});

export const TALKWALKER_LINES = DOCUMENTS.map((document) => JSON.stringify(document)).join('\n');

export const TALKWALKER_TABLE = tableText(COLUMNS, [
  {
    url: POST,
    published: '2026-03-01 08:00:00',
    content: 'Air naik #Banjir',
    lang: 'id',
    source_type: 'SOCIALMEDIA,SOCIALMEDIA_TWITTER',
    entity_urls: 'https://kabar.example/a',
    'extra_author_attributes.id': 'ex:twitter.com-501',
    'extra_author_attributes.name': 'Warga Satu',
    'extra_author_attributes.short_name': 'warga_satu',
    'extra_author_attributes.gender': 'FEMALE',
    'extra_author_attributes.birthdate': '1990-01-02',
    'source_extended_attributes.twitter_followers': '12',
  },
]);

/** A time in words, and a row cut short, before a good one. */
export const TALKWALKER_TABLE_DAMAGED = TALKWALKER_TABLE.replace(/\r\n(.*)\r\n$/, (_, row: string) =>
  ['', row.replace('2026-03-01 08:00:00', 'kemarin'), 'cut,short', row, ''].join('\r\n'),
);

export const TALKWALKER_DAMAGED = [
  JSON.stringify({ ...DOCUMENTS[0], published: 'kemarin' }),
  JSON.stringify({ ...DOCUMENTS[0], url: 'tanpa alamat' }),
  '{"url": "http',
  JSON.stringify([1]),
  JSON.stringify({
    ...DOCUMENTS[1],
    extra_author_attributes: null,
    url: 'https://forum.example/1',
    source_type: ['MESSAGEBOARD'],
  }),
  JSON.stringify(DOCUMENTS[2]),
].join('\n');
