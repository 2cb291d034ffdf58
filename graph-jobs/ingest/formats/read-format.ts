import type { SourceFile } from '../read/source-file.js';
import { BRANDWATCH } from './brandwatch-format.js';
import { readCoortweet } from './coortweet-format.js';
import { CROWDTANGLE } from './crowdtangle-format.js';
import { readCsv } from './csv-format.js';
import { FEED } from './feed-format.js';
import type { Format } from './format.js';
import type { FormatOptions } from './format-options.js';
import { readJejaring } from './jejaring-format.js';
import { JETSTREAM } from './jetstream-format.js';
import { MANUAL_SHEET } from './manual-sheet-format.js';
import { MASTODON } from './mastodon-format.js';
import { MEDIA_CLOUD } from './media-cloud-format.js';
import { MELTWATER } from './meltwater-format.js';
import type { ParsedRows } from './parsed-row.js';
import { byColumns, byFields } from './recognise.js';
import { TALKWALKER } from './talkwalker-format.js';
import { readXApiV2 } from './x-api-v2-format.js';
import { X_OPERATIONS } from './x-operations-format.js';
import { YOUTUBE_COMMENTS } from './youtube-comments-format.js';

const ALL = {
  jejaring: {
    read: readJejaring,
    recognise: byFields(['type=mention', 'platform', 'publishedAt'], ['type=account', 'platform', 'id']),
  },
  csv: { read: readCsv },
  coortweet: {
    read: readCoortweet,
    recognise: byColumns(['object_id', 'account_id', 'content_id', 'timestamp_share']),
  },
  'x-api-v2': {
    read: readXApiV2,
    recognise: byFields(
      ['data[].id', 'data[].author_id', 'data[].text'],
      ['data.id', 'data.author_id', 'data.text'],
      ['meta.result_count', 'meta.newest_id'],
    ),
  },
  brandwatch: BRANDWATCH,
  meltwater: MELTWATER,
  talkwalker: TALKWALKER,
  'x-operations': X_OPERATIONS,
  jetstream: JETSTREAM,
  mastodon: MASTODON,
  'youtube-comments': YOUTUBE_COMMENTS,
  'media-cloud': MEDIA_CLOUD,
  crowdtangle: CROWDTANGLE,
  feed: FEED,
  'manual-sheet': MANUAL_SHEET,
} satisfies Record<string, Format>;

export type FormatName = keyof typeof ALL;

export const FORMATS: Readonly<Record<FormatName, Format>> = ALL;

/** Names of the formats that can be imported. */
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** Reads a file of the given format as records for the store, in batches; what cannot be taken says why. */
export function readFormat(format: FormatName, source: SourceFile, options: FormatOptions): ParsedRows {
  return FORMATS[format].read(source, options);
}
