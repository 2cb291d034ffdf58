import { DateTime } from 'luxon';
import { placeOf } from './address-place.js';
import type { Columns } from './columns.js';
import type { Fields } from './compile-source.js';
import { FieldFault } from './field-fault.js';
import type { FormatOptions } from './format-options.js';
import { timeReader } from './local-time.js';
import { recordOf } from './mention-draft.js';
import { tableFormat } from './table-format.js';
import { hashtagsIn } from './text-hashtags.js';
import { vendorNumber } from './vendor-number.js';

const TIMES = { patterns: ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'], zone: 'UTC' };

/** Hours from UTC of the abbreviations that CrowdTangle wrote behind a time, by the zone of whoever exported. */
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WIB: 7,
  WITA: 8,
  WIT: 9,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
  BST: 1,
  AEST: 10,
  AEDT: 11,
  JST: 9,
};

/** Archives of CrowdTangle (shut in August 2024): posts of public pages and groups on Facebook. */
export const CROWDTANGLE = tableFormat({
  marks: [
    ['Facebook Id', 'Post Created', 'Total Interactions', 'URL'],
    ['Facebook Id', 'Post Created Date', 'Total Interactions', 'URL'],
  ],
  names: {
    id: 'URL',
    publishedAt: 'Post Created',
    text: 'Message',
    urls: 'Final Link, Link',
    'account.id': 'Facebook Id',
    'account.handle': 'User Name',
    'account.displayName': 'Page Name',
    'account.createdAt': 'Page Created',
  },
  repeatable: true,
  prepare,
});

function prepare(columns: Columns, options: FormatOptions) {
  const [url, created] = [columns.text('URL'), columns.text('Post Created')];
  const [day, clock] = [columns.text('Post Created Date'), columns.text('Post Created Time')];
  const text = columns.text('Message', 'Link Text', 'Description', 'Image Text');
  const link = columns.text('Final Link', 'Link');
  const accountOf = accountReader(columns, options);
  const time = zonedReader(options);
  return (fields: Fields) => {
    const leadsTo = link(fields);
    // A post without a link has its own address there.
    const isOwn = leadsTo === '' || placeOf(leadsTo)?.platform === 'facebook';
    return recordOf(
      {
        platform: 'facebook',
        id: url(fields),
        kind: 'ORIGINAL',
        stream: options.stream ?? 'SOCIAL',
        account: accountOf(fields),
        publishedAt: time('publishedAt', created(fields) || `${day(fields)} ${clock(fields)}`.trim()),
        text: text(fields),
        urls: isOwn ? [] : [leadsTo],
        hashtags: hashtagsIn(text(fields)),
      },
      options.now,
    );
  };
}

function accountReader(columns: Columns, options: FormatOptions) {
  const [id, handle] = [columns.text('Facebook Id'), columns.text('User Name')];
  const [name, created] = [columns.text('Page Name', 'Group Name'), columns.text('Page Created')];
  const followers = columns.text('Followers at Posting', 'Likes at Posting', 'Size at Posting');
  const time = zonedReader(options);
  return (fields: Fields) => ({
    id: id(fields),
    handle: handle(fields),
    displayName: name(fields),
    followers: vendorNumber('Followers at Posting', followers(fields)),
    createdAt: created(fields) === '' ? undefined : time('account.createdAt', created(fields)),
  });
}

function zonedReader(options: FormatOptions): (field: string, text: string) => number {
  const local = timeReader(TIMES, options);
  return (field, text) => {
    const [, moment, name] = /^(.*\d) ([A-Z]{3,5})$/.exec(text) ?? [];
    if (moment === undefined || name === undefined) return local(field, text);
    const hours = ZONES[name];
    if (hours === undefined) throw new FieldFault(field, `"${name}" is no zone that is known`);
    const zoned = DateTime.fromFormat(moment, 'yyyy-MM-dd HH:mm:ss', { zone: `UTC${hours < 0 ? '' : '+'}${hours}` });
    if (!zoned.isValid)
      throw new FieldFault(field, `"${text.slice(0, 80)}" is no date of the form ${TIMES.patterns[0]}`);
    return zoned.toMillis();
  };
}
