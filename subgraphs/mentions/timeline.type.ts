import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { MentionKind as MentionKindValue, Stream as StreamValue } from '#domain/mention.js';
import { describedEnum } from '#platform/described-enum.js';
import { MentionKind, Stream } from './mention.type.js';
import { MentionFilterInput } from './mention-filter.type.js';

export type TimeBucketValue = 'HOUR' | 'DAY' | 'WEEK';
export const TimeBucket = describedEnum<TimeBucketValue>('TimeBucket', 'How long a bucket of a timeline is.', {
  HOUR: 'One hour.',
  DAY: 'One day, from midnight of the zone.',
  WEEK: 'Seven days, from Monday midnight of the zone.',
});

export type ZoneValue = 'WIB' | 'WITA' | 'WIT';
export const Zone = describedEnum<ZoneValue>('Zone', 'The time zones of Indonesia.', {
  WIB: 'Western Indonesia, UTC+7 (Jakarta).',
  WITA: 'Central Indonesia, UTC+8 (Makassar).',
  WIT: 'Eastern Indonesia, UTC+9 (Jayapura).',
});

@ObjectType({ description: 'How many mentions of one kind in one stream.' })
export class TimelineCount {
  @Field(() => Stream, { description: 'Social or news.' })
  stream!: StreamValue;

  @Field(() => MentionKind, { description: 'Original, repost, reply or quote.' })
  kind!: MentionKindValue;

  @Field(() => Int, { description: 'Number of mentions.' })
  count!: number;
}

@ObjectType({ description: 'The mentions of one hour, day or week.' })
export class TimelineBucket {
  @Field(() => GraphQLDateTime, { description: 'When the bucket starts.' })
  start!: Date;

  @Field(() => Int, { description: 'Number of mentions of all kinds and streams.' })
  total!: number;

  @Field(() => [TimelineCount], { description: 'Counts by stream and kind; those of none are left out.' })
  counts!: readonly TimelineCount[];
}

@ArgsType()
export class TimelineArguments {
  @Field(() => MentionFilterInput, { nullable: true, description: 'Which mentions; all where absent.' })
  filter?: MentionFilterInput | null;

  @Field(() => TimeBucket, { defaultValue: 'DAY', description: 'How long a bucket is.' })
  bucket!: TimeBucketValue;

  @Field(() => Zone, { defaultValue: 'WIB', description: 'The zone whose midnights begin days and weeks.' })
  zone!: ZoneValue;
}
