import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { MatchedMeasure } from '#domain/cascade.js';
import { describedEnum } from '#platform/described-enum.js';
import { RankedAccount } from './community.type.js';
import { Account } from './references.type.js';

type ScreamingCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? Uppercase<First> : `_${First}`}${ScreamingCase<Rest>}`
  : '';
export type CascadeMeasureName = ScreamingCase<MatchedMeasure | 'size'>;

export const CascadeMeasure = describedEnum<CascadeMeasureName>(
  'CascadeMeasure',
  'What is measured of a cascade; docs/methods/spread.md defines each.',
  {
    SIZE: 'Mentions, the root included.',
    UNIQUE_ACCOUNTS: 'Different accounts.',
    DEPTH: 'Longest path from the root, in steps.',
    MAX_BREADTH: 'Most mentions at one depth.',
    STRUCTURAL_VIRALITY: 'Mean distance over all pairs of mentions.',
    DIRECT_SHARE: 'Share of the descendants whose parent is the root.',
    SECONDS_TO_HALF: 'Seconds until half of all mentions were out.',
    MEAN_DEPTH: 'Mean depth of the descendants.',
    SPREADERS: 'Mentions that have a child.',
    MOST_OFFSPRING: 'Most children of one mention.',
    SECONDS_TO_NINE_TENTHS: 'Seconds until nine tenths of all mentions were out.',
    LASTED_SECONDS: 'Seconds until the last mention.',
    IN_ONE_HOUR: 'Mentions out within an hour of the root.',
    IN_SIX_HOURS: 'Mentions out within six hours of the root.',
    IN_ONE_DAY: 'Mentions out within a day of the root.',
    BUSIEST_HOUR: 'Most mentions in any 60 minutes.',
    MOST_ACTIVE_MENTIONS: 'Mentions of the account with most of them.',
    MOST_AMPLIFIED_TIMES: 'How often others amplified the account that was amplified most.',
    PLATFORMS: 'Different platforms.',
    PLATFORM_HOPS: 'Steps from one platform to another.',
    PROVINCES: 'Different provinces.',
    PROVINCE_HOPS: 'Steps from one province to another.',
    STREAMS: 'Streams, news or social.',
    STREAM_HOPS: 'Steps between news and social.',
  },
);

@ObjectType({ description: 'What the tree of a cascade says besides size, depth and breadth.' })
export class CascadeTree {
  @Field(() => Float, { description: 'Mean depth of the descendants.' })
  meanDepth!: number;

  @Field(() => Int, { description: 'Mentions that have a child.' })
  spreaders!: number;

  @Field(() => Int, { description: 'Most children of one mention.' })
  mostOffspring!: number;
}

@ObjectType({ description: 'How a cascade grew, from the time of its root on.' })
export class CascadeGrowth {
  @Field(() => Float, { description: 'Seconds until nine tenths of all mentions were out.' })
  secondsToNineTenths!: number;

  @Field(() => Float, { description: 'Seconds until the last mention.' })
  lastedSeconds!: number;

  @Field(() => Int, { description: 'Mentions out within an hour, the root included.' })
  inOneHour!: number;

  @Field(() => Int, { description: 'Mentions out within six hours, the root included.' })
  inSixHours!: number;

  @Field(() => Int, { description: 'Mentions out within a day, the root included.' })
  inOneDay!: number;

  @Field(() => Int, { description: 'Most mentions in any 60 minutes.' })
  busiestHour!: number;
}

@ObjectType({ description: 'Who carried a cascade: most active and most amplified are seldom the same account.' })
export class CascadeCarriers {
  @Field(() => RankedAccount, { description: 'The account with most mentions in it, and how many.' })
  mostActive!: RankedAccount;

  @Field(() => RankedAccount, {
    nullable: true,
    description: 'The account that others amplified most, and how often; null where nobody was.',
  })
  mostAmplified!: RankedAccount | null;

  @Field(() => Account, {
    nullable: true,
    description: 'Of the accounts that others amplified the one that came first, the root account left out.',
  })
  firstMover!: Account | null;
}

@ObjectType({ description: 'How a cascade moved between places of one kind.' })
export class PlaceHops {
  @Field(() => Int, { description: 'Different known places among its mentions.' })
  places!: number;

  @Field(() => Int, { description: 'Steps that lead from one place to another: so many of `steps`.' })
  hops!: number;

  @Field(() => Int, { description: 'Steps of which both places are known; a cascade has one step less than mentions.' })
  steps!: number;
}

@ObjectType({ description: 'How a cascade moved between platforms, between provinces, and between news and social.' })
export class CascadeHops {
  @Field(() => PlaceHops, { description: 'Between platforms.' })
  platforms!: PlaceHops;

  @Field(() => PlaceHops, { description: 'Between provinces.' })
  provinces!: PlaceHops;

  @Field(() => PlaceHops, { description: 'Between news and social.' })
  streams!: PlaceHops;
}

@ObjectType({ description: 'A measure of a cascade and where it stands among matched cascades.' })
export class MeasurePercentile {
  @Field(() => CascadeMeasure, { description: 'What is measured.' })
  measure!: string;

  @Field(() => Float, { description: 'Its value.' })
  value!: number;

  @Field(() => Float, {
    description:
      'Of the matched cascades so many in a hundred have a lower value; of those with an equal one, half count.',
  })
  percentile!: number;
}

@ObjectType({
  description:
    'A cascade beside others like it: in the same bin of a factor of 2 in size and of the root of 10 in followers. Shape follows size and followers, and is no sign of a hoax.',
})
export class CascadeBaseline {
  @Field(() => Int, { nullable: true, description: 'Followers of the root account; null where unknown.' })
  rootFollowers!: number | null;

  @Field(() => Int, { description: 'Other cascades of the issue that match: so many of all that spread.' })
  matched!: number;

  @Field(() => [MeasurePercentile], {
    nullable: true,
    description: 'Null where fewer than 20 match, or the followers are unknown: too little to say.',
  })
  percentiles!: readonly MeasurePercentile[] | null;
}
