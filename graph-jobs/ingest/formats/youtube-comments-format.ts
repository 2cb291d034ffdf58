import { z } from 'zod';
import { readJsonValues } from '../read/json-values.js';
import { WHOLE_ROW } from '../read/raw-row.js';
import { checked } from './checked-value.js';
import { FieldFault } from './field-fault.js';
import type { Format } from './format.js';
import type { FormatOptions } from './format-options.js';
import { readHtml } from './html-text.js';
import { recordOf } from './mention-draft.js';
import { type ParsedRow, rejectedRow } from './parsed-row.js';
import { byFields } from './recognise.js';
import { hashtagsIn } from './text-hashtags.js';

const comment = z.looseObject({
  id: z.string(),
  snippet: z.looseObject({
    videoId: z.string().optional(),
    parentId: z.string().optional(),
    textOriginal: z.string().optional(),
    textDisplay: z.string().optional(),
    authorDisplayName: z.string().optional(),
    authorChannelUrl: z.string().optional(),
    authorChannelId: z.looseObject({ value: z.string() }).optional(),
    publishedAt: z.iso.datetime({ offset: true }),
  }),
});

const thread = z.looseObject({
  id: z.string(),
  snippet: z.looseObject({ videoId: z.string().optional(), topLevelComment: z.unknown() }),
  replies: z.looseObject({ comments: z.array(z.unknown()) }).optional(),
});

/** Comment threads as the YouTube Data API v3 answers them: pages, or threads alone. */
export const YOUTUBE_COMMENTS: Format = {
  recognise: byFields(
    ['kind=youtube#commentThreadListResponse'],
    ['kind=youtube#commentThread', 'snippet.topLevelComment'],
    ['items[].snippet.topLevelComment'],
  ),
  async *read(source, options) {
    for await (const rows of readJsonValues(source))
      yield rows.flatMap((row): readonly ParsedRow[] => {
        if (row.fault !== undefined) return [row];
        const { line, value } = row;
        const { items } = (value ?? {}) as { items?: unknown };
        if (!Array.isArray(items)) return rowsOfThread(line, '', value, options);
        return items.flatMap((item, i) => rowsOfThread(line, `items.${i}`, item, options));
      });
  },
};

/** The comment that opened a thread, and the replies that the page holds. */
function rowsOfThread(line: number, place: string, value: unknown, options: FormatOptions): readonly ParsedRow[] {
  const prefix = place === '' ? '' : `${place}.`;
  try {
    const { id, snippet, replies } = checked(thread, value);
    const convert = (at: string, one: unknown, parent: string): ParsedRow => {
      try {
        return { row: { line, place: `${prefix}${at}`, record: recordOfComment(one, parent, options) }, raw: one };
      } catch (error) {
        return rejectedRow(line, one, error, `${prefix}${at}.`);
      }
    };
    return [
      convert('snippet.topLevelComment', snippet.topLevelComment, snippet.videoId ?? ''),
      ...(replies?.comments ?? []).map((one, i) => convert(`replies.comments.${i}`, one, id)),
    ];
  } catch (error) {
    return [rejectedRow(line, value, error, prefix)];
  }
}

/** A comment answers the video, a reply the comment that opened the thread. */
function recordOfComment(value: unknown, parent: string, { now, stream }: FormatOptions) {
  const { id, snippet } = checked(comment, value);
  const { textOriginal, textDisplay = '', authorDisplayName: name = '', authorChannelId, authorChannelUrl } = snippet;
  const author = authorChannelId?.value ?? authorChannelUrl;
  if (author === undefined) throw new FieldFault('snippet.authorChannelId', 'is missing');
  if (textOriginal === undefined && textDisplay === '') throw new FieldFault(WHOLE_ROW, 'has no text');
  const { text, links } = readHtml(textOriginal === undefined ? textDisplay : '');
  const said = textOriginal ?? text;
  return recordOf(
    {
      platform: 'youtube',
      id,
      kind: 'REPLY',
      parent: snippet.parentId ?? (snippet.videoId || parent),
      stream: stream ?? 'SOCIAL',
      account: { id: author, handle: name.startsWith('@') ? name.slice(1) : '', displayName: name },
      publishedAt: Date.parse(snippet.publishedAt),
      text: said,
      urls: links,
      hashtags: hashtagsIn(said),
    },
    now,
  );
}
