import { DateTime } from 'luxon';
import type { IngestRecord } from '#domain/ingest-record.js';
import { READ_LIMITS } from '../read/read-limits.js';
import { placeOf, WEB } from './address-place.js';
import { type FeedEntry, readFeedEntries } from './feed-entries.js';
import { FieldFault } from './field-fault.js';
import type { Format } from './format.js';
import type { FormatOptions } from './format-options.js';
import { readHtml } from './html-text.js';
import { languageOf } from './language-names.js';
import { timeReader } from './local-time.js';
import { recordOf } from './mention-draft.js';
import { convertRows } from './parsed-row.js';

const ROOTS = ['rss', 'feed', 'rdf:rdf'];
const TIMES = {
  patterns: ['EEE, d MMM yyyy HH:mm:ss', 'EEE, d MMM yyyy HH:mm', 'd MMM yyyy HH:mm:ss', 'yyyy-MM-dd HH:mm:ss'],
  zone: 'UTC',
};
const INDONESIAN_ZONES: Readonly<Record<string, string>> = { WIB: '+0700', WITA: '+0800', WIT: '+0900' };

const NAMES: Readonly<Record<string, string>> = {
  id: 'link, guid',
  publishedAt: 'pubDate, published, updated',
  text: 'title, description',
  language: 'language',
  'account.id': 'link',
};

/** RSS and Atom: the articles of a news site as its feed lists them. */
export const FEED: Format = {
  recognise: ({ rootElement }) =>
    rootElement !== null && ROOTS.includes(rootElement.toLowerCase()) ? `its first element is <${rootElement}>` : null,
  async *read(source, options) {
    const convert = entryReader(options);
    for await (const rows of readFeedEntries(source, READ_LIMITS))
      yield convertRows(rows, convert, (field) => NAMES[field] ?? field, true);
  },
};

function entryReader(options: FormatOptions): (entry: FeedEntry) => IngestRecord {
  const time = timeReader(TIMES, options);
  return (entry) => {
    const link = entry.field('link');
    if (link !== '' && placeOf(link) === null) throw new FieldFault('id', `"${link.slice(0, 80)}" is no http address`);
    const id = link || entry.field('guid', 'id');
    const outlet = outletOf(entry, id);
    const { text: body } = readHtml(entry.field('description', 'summary', 'content:encoded', 'content'));
    const title = readHtml(entry.field('title')).text;
    const said = body === '' || body.startsWith(title) ? [body || title] : [title, body];
    const text = said.filter((part) => part !== '').join('\n');
    if (text.includes('\ufffd')) throw new FieldFault('text', 'is not in the encoding that the feed names');
    return recordOf(
      {
        platform: WEB,
        id,
        kind: 'ORIGINAL',
        stream: options.stream ?? 'NEWS',
        account: { id: outlet.host, handle: outlet.host, displayName: outlet.name, newsOutlet: true },
        publishedAt: momentOf(entry.field('pubDate', 'published', 'dc:date', 'updated', 'issued'), time),
        text,
        language: languageOf(entry.field('dc:language') || entry.feedField('language')),
      },
      options.now,
    );
  };
}

/** Who published: the source that a collected feed names, else the site of the feed, else that of the article. */
function outletOf(entry: FeedEntry, id: string): { host: string; name: string } {
  const source = placeOf(entry.field('source.url'));
  if (source !== null) return { host: source.host, name: entry.field('source') };
  const site = placeOf(entry.feedField('link')) ?? placeOf(id);
  return { host: site?.host ?? '', name: entry.feedField('title') };
}

function momentOf(text: string, time: ReturnType<typeof timeReader>): number {
  const named = text.replace(/\b(WIB|WITA|WIT)$/, (name) => INDONESIAN_ZONES[name]!);
  const mail = /[A-Za-z]{3} \d{4} .*([+-]\d{4}|[A-Z]{1,3})$/.test(named) ? DateTime.fromRFC2822(named) : null;
  return mail?.isValid ? mail.toMillis() : time('publishedAt', named);
}
