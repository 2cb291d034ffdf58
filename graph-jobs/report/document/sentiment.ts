import {
  type IssueSentiment,
  type SentimentBucket,
  type SentimentModelError,
  type StreamSentiment,
  TREND_BUCKETS,
  type TrendBucket,
} from '#domain/issue-sentiment.js';
import { MENTION_KINDS, STREAMS, type Stream } from '#domain/mention.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import { ABSTENTIONS, type Abstention, NO_TEXT, SENTIMENTS } from '#domain/sentiment.js';
import { OpinionCounts } from './opinion-counts.js';
import { CONFIDENCE } from './share-band.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LENGTH: Readonly<Record<TrendBucket, number>> = { HOUR, DAY, WEEK: 7 * DAY };
/** A longer issue has no buckets of that length: most would hold too little to say anything. Weeks it always has. */
const LONGEST: Readonly<Record<TrendBucket, number>> = {
  HOUR: 14 * DAY,
  DAY: 400 * DAY,
  WEEK: Number.POSITIVE_INFINITY,
};
/** Days begin at midnight in Jakarta (WIB, UTC+7); the epoch was a Thursday, weeks begin on Monday. */
const WIB = 7 * HOUR;
const OFFSET: Readonly<Record<TrendBucket, number>> = { HOUR: 0, DAY: -WIB, WEEK: 4 * DAY - WIB };
const REPOST = MENTION_KINDS.indexOf('REPOST');

type Columns = Pick<
  MentionColumns,
  'length' | 'publishedAt' | 'kind' | 'stream' | 'account' | 'accounts' | 'sentiment'
>;

/**
 * How opinion is divided over the texts of an issue: news and social apart, without accounts that agencies declare, without
 * reposts. Null where nobody told the sentiment of texts. Method: docs/methods/sentiment.md.
 */
export function issueSentiment(columns: Columns, model: SentimentModelError | null): IssueSentiment | null {
  const { sentiment } = columns;
  if (sentiment === null || model === null) return null;
  const streams = STREAMS.map((stream) => [stream, streamSentiment(columns, sentiment, stream)]);
  const byStream = Object.fromEntries(streams) as Record<Stream, StreamSentiment>;
  return { model, confidence: CONFIDENCE, streams: byStream };
}

function streamSentiment(columns: Columns, sentiment: Uint8Array, name: Stream): StreamSentiment {
  const { length, kind, stream, account, accounts } = columns;
  const wanted = STREAMS.indexOf(name);
  const rows = new Uint32Array(stream.reduce((count, code) => count + Number(code === wanted), 0));
  const government = { mentions: 0, accounts: new Set<number>() };
  const abstained = ABSTENTIONS.map(() => 0);
  let [mentions, reposts, empty, texts] = [0, 0, 0, 0];
  for (let row = 0; row < length; row++) {
    if (stream[row] !== wanted) continue;
    mentions += 1;
    const code = sentiment[row]!;
    if (accounts[account[row]!]!.agencyId !== null) {
      government.mentions += 1;
      government.accounts.add(account[row]!);
    } else if (kind[row] === REPOST) reposts += 1;
    else if (code === NO_TEXT) empty += 1;
    else {
      rows[texts++] = row;
      if (code >= SENTIMENTS.length) abstained[code - SENTIMENTS.length]! += 1;
    }
  }
  const counted = rows.subarray(0, texts);
  const counts = new OpinionCounts(accounts.length);
  for (const row of counted) counts.add(account[row]!, sentiment[row]!);
  const trends = TREND_BUCKETS.map((bucket) => [bucket, trendOf(columns, sentiment, counted, bucket)]);
  return {
    mentions,
    government: { mentions: government.mentions, accounts: government.accounts.size },
    ...{ reposts, empty },
    ...counts.take(),
    abstainedBy: Object.fromEntries(ABSTENTIONS.map((why, i) => [why, abstained[i]!])) as Record<Abstention, number>,
    trend: Object.fromEntries(trends) as StreamSentiment['trend'],
  };
}

/** Rows are in order of time. */
function trendOf(
  { publishedAt, account, accounts }: Columns,
  sentiment: Uint8Array,
  rows: Uint32Array,
  bucket: TrendBucket,
): SentimentBucket[] | null {
  const [length, offset] = [LENGTH[bucket], OFFSET[bucket]];
  const timeOf = (row: number | undefined) => (row === undefined ? 0 : publishedAt[row]!);
  if (timeOf(rows.at(-1)) - timeOf(rows[0]) > LONGEST[bucket]) return null;
  const counts = new OpinionCounts(accounts.length);
  const buckets: SentimentBucket[] = [];
  let open: number | null = null;
  for (const row of rows) {
    const start = Math.floor((publishedAt[row]! - offset) / length) * length + offset;
    if (open !== null && start !== open) buckets.push({ start: open, ...counts.take() });
    open = start;
    counts.add(account[row]!, sentiment[row]!);
  }
  if (open !== null) buckets.push({ start: open, ...counts.take() });
  return buckets;
}
