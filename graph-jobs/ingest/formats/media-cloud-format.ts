import { placeOf, WEB } from './address-place.js';
import type { Columns } from './columns.js';
import type { Fields } from './compile-source.js';
import type { FormatOptions } from './format-options.js';
import { languageOf } from './language-names.js';
import { timeReader } from './local-time.js';
import { recordOf } from './mention-draft.js';
import { tableFormat } from './table-format.js';

const TIMES = { patterns: ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm:ss.SSSSSS'], zone: 'UTC' };

/** Lists of stories from Media Cloud: title and address of news articles, with the day, without their text. */
export const MEDIA_CLOUD = tableFormat({
  marks: [['id', 'indexed_date', 'media_name', 'publish_date', 'url']],
  names: {
    id: 'url',
    publishedAt: 'publish_date',
    text: 'title',
    language: 'language',
    'account.id': 'media_url, media_name',
    'account.displayName': 'media_name',
  },
  repeatable: true,
  prepare,
});

function prepare(columns: Columns, options: FormatOptions) {
  const [url, published] = [columns.text('url'), columns.text('publish_date')];
  const [title, language] = [columns.text('title'), columns.text('language')];
  const [name, site] = [columns.text('media_name'), columns.text('media_url', 'media_name')];
  const time = timeReader(TIMES, options);
  return (fields: Fields) => {
    const outlet = placeOf(site(fields))?.host ?? site(fields).replace(/^www\./, '');
    return recordOf(
      {
        platform: WEB,
        id: url(fields),
        kind: 'ORIGINAL',
        stream: 'NEWS',
        account: { id: outlet, handle: outlet, displayName: name(fields), newsOutlet: true },
        publishedAt: time('publishedAt', published(fields)),
        text: title(fields),
        language: languageOf(language(fields)),
      },
      options.now,
    );
  };
}
