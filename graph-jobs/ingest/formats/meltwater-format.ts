import type { MentionKind, Stream } from '#domain/mention.js';
import { type Place, placeOf, postId, WEB } from './address-place.js';
import type { Columns } from './columns.js';
import type { Fields } from './compile-source.js';
import type { FormatOptions } from './format-options.js';
import { handleId } from './handle-id.js';
import { languageOf } from './language-names.js';
import { timeReader } from './local-time.js';
import { type AccountDraft, recordOf } from './mention-draft.js';
import { splitAddresses, splitList } from './split-list.js';
import { tableFormat } from './table-format.js';
import { hashtagsIn } from './text-hashtags.js';
import { vendorNumber } from './vendor-number.js';

/** Meltwater writes the times of the account that exports. */
const TIMES = {
  patterns: [
    'd-MMM-yyyy h:mma',
    'd-MMM-yyyy h:mm a',
    'd-MMM-yyyy h:mm:ss a',
    'd-MMM-yyyy H:mm:ss',
    'd-MMM-yyyy H:mm',
    'yyyy-MM-dd H:mm:ss',
    'yyyy-MM-dd H:mm',
    'yyyy-MM-dd h:mm a',
    'yyyy-MM-dd h:mma',
  ],
  zone: 'Asia/Jakarta',
};

/** Sources on sites of their own that are no news. */
const NO_NEWS = /blog|forum|review|message|comment|social/i;

/** Exports of Meltwater: UTF-16 with tabs, maybe a line before the header, in the columns of 2024 or of earlier years. */
export const MELTWATER = tableFormat({
  marks: [
    ['Document ID', 'Input Name', 'Hit Sentence', 'URL'],
    ['Headline', 'Hit Sentence', 'Influencer', 'URL'],
  ],
  names: {
    id: 'Document ID, URL',
    publishedAt: 'Date, Time',
    parent: 'Parent URL',
    text: 'Title, Hit Sentence, Opening Text',
    urls: 'Links',
    hashtags: 'Hashtags',
    language: 'Language',
    'account.id': 'Author Handle, Influencer, Source Name, Source',
    'account.handle': 'Author Handle, Influencer',
    'account.displayName': 'Author Name',
  },
  repeatable: true,
  prepare,
});

function prepare(columns: Columns, options: FormatOptions) {
  const [url, document, tweet] = [columns.text('URL'), columns.text('Document ID'), columns.text('Tweet Id')];
  const [date, clock] = [columns.text('Date'), columns.text('Time')];
  const [title, hit] = [columns.text('Title', 'Headline'), columns.text('Hit Sentence', 'Opening Text')];
  const [opening, links, tags] = [columns.text('Opening Text'), columns.text('Links'), columns.text('Hashtags')];
  const [language, parent] = [columns.text('Language'), columns.text('Parent URL')];
  const sourceType = columns.text('Source Type', 'Information Type');
  const kindOf = kindReader(columns);
  const accountOf = accountReader(columns);
  const time = timeReader(TIMES, options);
  const hasTags = columns.has('Hashtags');
  return (fields: Fields) => {
    const place = placeOf(url(fields));
    const platform = place?.platform ?? WEB;
    const stream: Stream = platform === WEB && !NO_NEWS.test(sourceType(fields)) ? 'NEWS' : 'SOCIAL';
    const said = platform === WEB ? [title(fields), opening(fields) || hit(fields)] : [hit(fields) || title(fields)];
    const text = [...new Set(said)].filter((part) => part !== '').join('\n');
    return recordOf(
      {
        platform,
        id: place?.id ?? (bare(tweet(fields)) || bare(document(fields)) || url(fields)),
        kind: kindOf(fields, text),
        stream,
        account: accountOf(fields, platform, stream, place),
        publishedAt: time('publishedAt', moment(date(fields), clock(fields))),
        parent: postId(parent(fields)),
        text,
        urls: splitAddresses(links(fields)),
        hashtags: hasTags ? splitList(tags(fields)) : platform === WEB ? [] : hashtagsIn(text),
        language: languageOf(language(fields)),
      },
      options.now,
    );
  };
}

/** Ids stand in quotes, so that a spreadsheet leaves them alone. */
function bare(id: string): string {
  return id.replace(/^"+|"+$/g, '');
}

/** Older exports have the time in the date, and beside it once more. */
function moment(date: string, clock: string): string {
  return clock === '' || date.includes(':') ? date : `${date} ${clock}`;
}

function kindReader(columns: Columns): (fields: Fields, text: string) => MentionKind {
  const type = columns.text('Content Type');
  return (fields, text) => {
    const said = type(fields);
    if (/repost|retweet|share/i.test(said) || text.startsWith('RT @')) return 'REPOST';
    if (/quote/i.test(said) || text.startsWith('QT @')) return 'QUOTE';
    return /repl|comment/i.test(said) ? 'REPLY' : 'ORIGINAL';
  };
}

function accountReader(columns: Columns) {
  const author = columns.text('Author Handle', 'Twitter Screen Name', 'Influencer');
  const [name, number] = [columns.text('Author Name'), columns.text('Twitter Id')];
  const [source, domain] = [columns.text('Source Name', 'Source'), columns.text('Source Domain')];
  const followers = columns.text('Twitter Followers');
  return (fields: Fields, platform: string, stream: Stream, place: Place | null): AccountDraft => {
    if (platform === WEB) {
      const site = domain(fields).replace(/^www\./, '') || (place?.host ?? source(fields));
      return { id: site, handle: site, displayName: source(fields), newsOutlet: stream === 'NEWS' || undefined };
    }
    const handle = author(fields) || (place?.handle ?? '') || name(fields);
    const id = (platform === 'x' ? bare(number(fields)) : '') || handleId(handle);
    const followed = vendorNumber('Twitter Followers', followers(fields));
    return { id, handle: handle.replace(/^@/, ''), displayName: name(fields), followers: followed };
  };
}
