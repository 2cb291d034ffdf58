import type { FormatName } from '#graph-jobs/ingest/formats/read-format.js';
import { BRANDWATCH_EARLIER, BRANDWATCH_EXPORT } from './brandwatch.js';
import { CROWDTANGLE_EXPORT } from './crowdtangle.js';
import { ATOM_FEED, RSS_FEED } from './feed.js';
import { JETSTREAM_EVENTS } from './jetstream.js';
import { MANUAL_SHEET_TEXT, manualSheetWorkbook } from './manual-sheet.js';
import { MASTODON_SEARCH, MASTODON_TIMELINE } from './mastodon.js';
import { MEDIA_CLOUD_EXPORT } from './media-cloud.js';
import { MELTWATER_EARLIER, MELTWATER_EXPORT } from './meltwater.js';
import { TALKWALKER_ANSWER, TALKWALKER_LINES, TALKWALKER_TABLE } from './talkwalker.js';
import { X_OPERATIONS_EXPORT } from './x-operations.js';
import { YOUTUBE_PAGE, YOUTUBE_THREADS } from './youtube-comments.js';

const numbers = Array.from({ length: 20 }, (_, i) => i);
const post = (id: number) => ({ id: `${id}`, text: 'halo', author_id: 'u', created_at: '2026-01-01T00:00:00Z' });
const line = (id: number) => ({
  type: 'mention',
  platform: 'x',
  id: `${id}`,
  kind: 'ORIGINAL',
  account: { id: 'a' },
  publishedAt: 1767225600000,
});

const TABLE = `object_id,account_id,content_id,timestamp_share\n${numbers.map((i) => `o,"a ""${i}""\n",c${i},16238810${10 + i}`).join('\n')}\n`;

/** Files of every format, each in the columns or fields of its tool, with invented content. */
export const OFFICE_EXPORTS: Readonly<Record<FormatName, readonly (string | Buffer)[]>> = {
  jejaring: [numbers.map((i) => JSON.stringify(line(i))).join('\n'), JSON.stringify(numbers.map(line))],
  csv: [TABLE],
  coortweet: [TABLE],
  'x-api-v2': [
    JSON.stringify({ data: numbers.map(post), includes: { tweets: [post(99)] } }, null, 1),
    JSON.stringify({ data: numbers.map(post) }),
  ],
  brandwatch: [BRANDWATCH_EXPORT, BRANDWATCH_EARLIER],
  meltwater: [MELTWATER_EXPORT, MELTWATER_EARLIER],
  talkwalker: [TALKWALKER_ANSWER, TALKWALKER_LINES, TALKWALKER_TABLE],
  'x-operations': [X_OPERATIONS_EXPORT],
  jetstream: [JETSTREAM_EVENTS],
  mastodon: [MASTODON_TIMELINE, MASTODON_SEARCH],
  'youtube-comments': [YOUTUBE_PAGE, YOUTUBE_THREADS],
  'media-cloud': [MEDIA_CLOUD_EXPORT],
  crowdtangle: [CROWDTANGLE_EXPORT],
  feed: [RSS_FEED, ATOM_FEED],
  'manual-sheet': [MANUAL_SHEET_TEXT, await manualSheetWorkbook()],
};
