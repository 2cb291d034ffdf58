import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Mentions of one stretch of time.' })
export class RaceBucket {
  @Field(() => GraphQLDateTime, { description: 'When it starts.' })
  start!: Date;

  @Field(() => Int, { description: 'Mentions that tell the claim.' })
  tells!: number;

  @Field(() => Int, { description: 'Mentions that deny it.' })
  denies!: number;

  @Field(() => Int, { description: 'Mentions that nobody decided on.' })
  candidates!: number;
}

@ObjectType({ description: 'How long the denial came after the claim; below 0 where it was there before.' })
export class RaceLag {
  @Field(() => Float, { description: 'Seconds from the first mention that tells it to the first that denies it.' })
  firstSeconds!: number;

  @Field(() => Float, {
    description:
      'Seconds between the moments by which half of those that tell it, and half of those that deny it, were there.',
  })
  halfSeconds!: number;
}

@ObjectType({ description: 'How far claim and denial ran at the same time. Shares from 0 to 1.' })
export class RaceOverlap {
  @Field(() => Float, { description: 'Share of the mentions that tell it which came with the first denial or later.' })
  afterFirstDenial!: number;

  @Field(() => Float, {
    description: 'Area that both curves share by the hour, each drawn as shares of its own whole.',
  })
  sharedArea!: number;
}

@ObjectType({ description: 'Accounts, and how many of them later met a denial.' })
export class ReachedAccounts {
  @Field(() => Int, { description: 'Accounts.' })
  accounts!: number;

  @Field(() => Int, {
    description: 'How many of them later published, reposted, answered or quoted something that denies the claim.',
  })
  reached!: number;
}

@ObjectType({
  description:
    'Who is known to have met the claim, and who of these later met a denial. Reading leaves no trace in the data: a lower bound of contact, no measure of belief.',
})
export class RaceAudience {
  @Field(() => ReachedAccounts, { description: 'Accounts that told or reposted it.' })
  carriers!: ReachedAccounts;

  @Field(() => ReachedAccounts, {
    description: 'Accounts that only answered or quoted what tells it, and had not denied it by then.',
  })
  engaged!: ReachedAccounts;
}

@ObjectType({
  description: 'A claim and what denies it on one time axis, of what people decided: docs/methods/hoax-clusters.md.',
})
export class CorrectionRace {
  @Field(() => Int, { description: 'Length of a bucket of the curve.' })
  bucketSeconds!: number;

  @Field(() => [RaceBucket], {
    description:
      'Mentions by time, of 240 buckets at most; those without one are left out. Days begin in Western Indonesia.',
  })
  curve!: readonly RaceBucket[];

  @Field(() => RaceLag, {
    nullable: true,
    description: 'Null unless people confirmed what tells it and what denies it.',
  })
  lag!: RaceLag | null;

  @Field(() => RaceOverlap, { nullable: true, description: 'Null likewise.' })
  overlap!: RaceOverlap | null;

  @Field(() => RaceAudience, { description: 'Whom the denial reached of those who met the claim.' })
  audience!: RaceAudience;
}
