import type { MentionsContext } from './context.js';
import { mustKnow } from './known-in-filter.js';
import { type Place, toMentionFilter } from './mention-filter.mapper.js';
import { scopedFilter } from './scoped-filter.js';
import { toBuckets, toTimelineBucket } from './timeline.mapper.js';
import type { TimelineArguments, TimelineBucket } from './timeline.type.js';

/** Counts of mentions over time, wherever the timeline hangs. Throws BAD_FILTER, FORBIDDEN, NOT_FOUND or BAD_PARAMETERS. */
export async function timelineOf(
  context: MentionsContext,
  asked: TimelineArguments,
  place: Place = {},
): Promise<TimelineBucket[]> {
  const { length, offset } = toBuckets(asked.bucket, asked.zone);
  const filter = await scopedFilter(toMentionFilter(asked.filter, place), context);
  const buckets = await context.store.mentions.timeline(filter, length, offset);
  if (buckets.length === 0) await mustKnow(filter, context);
  return buckets.map(toTimelineBucket);
}
