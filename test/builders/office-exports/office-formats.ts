import type { FormatName } from '#graph-jobs/ingest/formats/read-format.js';
import { BRANDWATCH_DAMAGED, BRANDWATCH_EARLIER, BRANDWATCH_EXPORT } from './brandwatch.js';
import { CROWDTANGLE_DAMAGED, CROWDTANGLE_EXPORT } from './crowdtangle.js';
import { ATOM_DAMAGED, ATOM_FEED, RSS_DAMAGED, RSS_FEED } from './feed.js';
import { JETSTREAM_DAMAGED, JETSTREAM_EVENTS } from './jetstream.js';
import { damagedWorkbook, MANUAL_SHEET_DAMAGED, MANUAL_SHEET_TEXT, manualSheetWorkbook } from './manual-sheet.js';
import { MASTODON_DAMAGED, MASTODON_SEARCH, MASTODON_TIMELINE } from './mastodon.js';
import { MEDIA_CLOUD_DAMAGED, MEDIA_CLOUD_EXPORT } from './media-cloud.js';
import { MELTWATER_DAMAGED, MELTWATER_EARLIER, MELTWATER_EXPORT } from './meltwater.js';
import {
  TALKWALKER_ANSWER,
  TALKWALKER_DAMAGED,
  TALKWALKER_LINES,
  TALKWALKER_TABLE,
  TALKWALKER_TABLE_DAMAGED,
} from './talkwalker.js';
import { X_OPERATIONS_DAMAGED, X_OPERATIONS_EXPORT } from './x-operations.js';
import { YOUTUBE_DAMAGED, YOUTUBE_PAGE, YOUTUBE_THREADS, YOUTUBE_THREADS_DAMAGED } from './youtube-comments.js';

type Content = string | Buffer;

/** A format that offices hold: files as its tool writes them, and a damaged one with good rows behind the damage. */
export interface OfficeFormat {
  readonly title: string;
  readonly format: FormatName;
  readonly sound: readonly Content[];
  readonly damaged: Content;
}

const post = { text: 'halo', author_id: 'u', created_at: '2026-01-01T00:00:00Z' };
const X_PAGE = {
  data: [
    { ...post, id: '1' },
    { ...post, id: '2', referenced_tweets: [{ type: 'retweeted', id: '1' }] },
  ],
  includes: { users: [{ id: 'u', username: 'warga_satu', name: 'Warga Satu' }] },
  meta: { result_count: 2 },
};

/** In the order of part 1 of the issue that asks for them. */
export const OFFICE_FORMATS: readonly OfficeFormat[] = [
  one('Brandwatch CSV', 'brandwatch', [BRANDWATCH_EXPORT, BRANDWATCH_EARLIER], BRANDWATCH_DAMAGED),
  one('Meltwater CSV', 'meltwater', [MELTWATER_EXPORT, MELTWATER_EARLIER], MELTWATER_DAMAGED),
  one('Talkwalker JSON', 'talkwalker', [TALKWALKER_ANSWER, TALKWALKER_LINES], TALKWALKER_DAMAGED),
  one('Talkwalker CSV', 'talkwalker', [TALKWALKER_TABLE], TALKWALKER_TABLE_DAMAGED),
  one(
    ...(['X API v2', 'x-api-v2', [JSON.stringify(X_PAGE)]] as const),
    JSON.stringify({ ...X_PAGE, data: [{ ...post, id: '3', created_at: 'kemarin' }, ...X_PAGE.data] }),
  ),
  one('X information operations', 'x-operations', [X_OPERATIONS_EXPORT], X_OPERATIONS_DAMAGED),
  one('Bluesky Jetstream', 'jetstream', [JETSTREAM_EVENTS], JETSTREAM_DAMAGED),
  one('Mastodon statuses', 'mastodon', [MASTODON_TIMELINE, MASTODON_SEARCH], MASTODON_DAMAGED),
  one('YouTube threads, a page', 'youtube-comments', [YOUTUBE_PAGE], YOUTUBE_DAMAGED),
  one('YouTube threads, by lines', 'youtube-comments', [YOUTUBE_THREADS], YOUTUBE_THREADS_DAMAGED),
  one('Media Cloud CSV', 'media-cloud', [MEDIA_CLOUD_EXPORT], MEDIA_CLOUD_DAMAGED),
  one('CrowdTangle CSV', 'crowdtangle', [CROWDTANGLE_EXPORT], CROWDTANGLE_DAMAGED),
  one('RSS', 'feed', [RSS_FEED], RSS_DAMAGED),
  one('Atom', 'feed', [ATOM_FEED], ATOM_DAMAGED),
  one('Manual sheet, CSV', 'manual-sheet', [MANUAL_SHEET_TEXT], MANUAL_SHEET_DAMAGED),
  one('Manual sheet, XLSX', 'manual-sheet', [await manualSheetWorkbook()], await damagedWorkbook()),
];

function one(title: string, format: FormatName, sound: readonly Content[], damaged: Content): OfficeFormat {
  return { title, format, sound, damaged };
}
