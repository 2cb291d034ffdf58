import type { MentionsContext } from './context.js';
import { type Place, toMentionFilter } from './mention-filter.mapper.js';
import { toBuckets, toTimelineBucket } from './timeline.mapper.js';
import type { TimelineArguments, TimelineBucket } from './timeline.type.js';

/** Counts of mentions over time, wherever the timeline hangs. Throws BAD_FILTER or BAD_PARAMETERS. */
export async function timelineOf(
  { store }: MentionsContext,
  asked: TimelineArguments,
  place: Place = {},
): Promise<TimelineBucket[]> {
  const { length, offset } = toBuckets(asked.bucket, asked.zone);
  const buckets = await store.mentions.timeline(toMentionFilter(asked.filter, place), length, offset);
  return buckets.map(toTimelineBucket);
}
