import { placeOf, postId } from './address-place.js';
import type { Columns } from './columns.js';
import type { Fields } from './compile-source.js';
import { FieldFault } from './field-fault.js';
import { regionCode, wholeNumber } from './field-rules.js';
import type { FormatOptions } from './format-options.js';
import { handleId } from './handle-id.js';
import { timeReader } from './local-time.js';
import { SHEET_KINDS, SHEET_PLATFORMS, SHEET_ZONES } from './manual-sheet-columns.js';
import { type AccountDraft, recordOf } from './mention-draft.js';
import { splitAddresses, splitList } from './split-list.js';
import { tableFormat } from './table-format.js';
import { hashtagsIn } from './text-hashtags.js';

/** By hand, or by Excel, which writes a time as ISO 8601 writes it. */
const PATTERNS = [
  'd/M/yyyy H:mm',
  'd/M/yyyy H.mm',
  'd/M/yyyy H:mm:ss',
  'yyyy-MM-dd H:mm:ss',
  'yyyy-MM-dd H:mm',
  'd-M-yyyy H:mm',
  'd MMM yyyy H:mm',
  'd MMMM yyyy H:mm',
  'd MMMM yyyy H.mm',
];

/** The sheet of jejaring template, filled in by hand, as a workbook or saved as CSV. */
export const MANUAL_SHEET = tableFormat({
  marks: [['Platform', 'Jenis', 'Waktu', 'Akun', 'Isi']],
  names: {
    id: 'ID, Tautan',
    platform: 'Platform',
    kind: 'Jenis',
    publishedAt: 'Waktu',
    parent: 'ID Induk',
    text: 'Isi',
    urls: 'Tautan di Isi',
    hashtags: 'Tagar',
    region: 'Kode Wilayah',
    'account.id': 'Akun',
    'account.displayName': 'Nama Akun',
    'account.followers': 'Pengikut',
  },
  prepare,
});

function prepare(columns: Columns, options: FormatOptions) {
  const [address, id, parent] = [columns.text('Tautan'), columns.text('ID'), columns.text('ID Induk')];
  const [text, links, tags] = [columns.text('Isi'), columns.text('Tautan di Isi'), columns.text('Tagar')];
  const region = columns.text('Kode Wilayah');
  const platformOf = wordReader(columns, 'Platform', SHEET_PLATFORMS);
  const kindOf = wordReader(columns, 'Jenis', SHEET_KINDS);
  const accountOf = accountReader(columns);
  const momentOf = momentReader(columns, options);
  return (fields: Fields) => {
    const named = platformOf(fields);
    if (named === undefined) throw new FieldFault('platform', 'is empty');
    const { platform, stream } = named;
    const place = placeOf(address(fields));
    const ownId = place?.platform === platform ? place.id : null;
    return recordOf(
      {
        platform,
        id: id(fields) || (ownId ?? address(fields)),
        kind: kindOf(fields) ?? 'ORIGINAL',
        stream,
        account: accountOf(fields, stream === 'NEWS'),
        publishedAt: momentOf(fields),
        parent: postId(parent(fields)),
        text: text(fields),
        urls: splitAddresses(links(fields)),
        hashtags: tags(fields) === '' ? hashtagsIn(text(fields)) : splitList(tags(fields)),
        region: region(fields) === '' ? null : regionCode('region', region(fields)),
      },
      options.now,
    );
  };
}

/** Makes a function that reads a word out of a list; undefined where the field is empty. */
function wordReader<T>(columns: Columns, heading: string, words: Readonly<Record<string, T>>) {
  const text = columns.text(heading);
  const meanings = new Map(Object.entries(words).map(([word, meaning]) => [word.toLowerCase(), meaning]));
  return (fields: Fields): T | undefined => {
    const said = text(fields);
    const meaning = meanings.get(said.toLowerCase());
    if (meaning === undefined && said !== '')
      throw new FieldFault(heading, `"${said.slice(0, 80)}" is none of ${Object.keys(words).join(', ')}`);
    return meaning;
  };
}

function accountReader(columns: Columns) {
  const [handle, name, followers] = [columns.text('Akun'), columns.text('Nama Akun'), columns.text('Pengikut')];
  return (fields: Fields, isNews: boolean): AccountDraft => {
    const told = followers(fields);
    const site = placeOf(handle(fields))?.host ?? handle(fields).toLowerCase();
    return {
      id: isNews ? site : handleId(handle(fields)),
      handle: isNews ? site : handle(fields).replace(/^@/, ''),
      displayName: name(fields),
      followers: told === '' ? undefined : wholeNumber('account.followers', told),
      newsOutlet: isNews || undefined,
    };
  };
}

function momentReader(columns: Columns, options: FormatOptions): (fields: Fields) => number {
  const text = columns.text('Waktu');
  const zoneOf = wordReader(columns, 'Zona', SHEET_ZONES);
  const readers = new Map(
    Object.values(SHEET_ZONES).map((zone) => [
      zone,
      timeReader({ patterns: PATTERNS, zone, locale: 'id' }, { ...options, zone, notes: undefined }),
    ]),
  );
  const usual = timeReader({ patterns: PATTERNS, zone: 'Asia/Jakarta', locale: 'id' }, options);
  return (fields) => {
    const zone = zoneOf(fields);
    return (zone === undefined ? usual : readers.get(zone)!)('publishedAt', text(fields));
  };
}
