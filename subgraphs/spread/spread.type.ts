import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { RankedAccount } from './community.type.js';
import { IssueHops, MeasureSpread } from './issue-hops.type.js';
import { NetworkMeasures } from './network-measures.type.js';
import { Account } from './references.type.js';
import { NamedCount } from './run.type.js';
import { IssueSentiment } from './sentiment.type.js';
import { SpreadPicture } from './spread-picture.type.js';
import { WindowOutcome } from './window-outcome.type.js';

@ObjectType({ description: 'What the data holds and what it lacks: what the figures cannot say.' })
export class Coverage {
  @Field(() => Int, { description: 'Mentions of the issue.' })
  mentions!: number;

  @Field(() => Int, { description: 'Accounts that published them.' })
  accounts!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Time of the first mention.' })
  from!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Time of the last mention.' })
  to!: Date | null;

  @Field(() => [NamedCount], { description: 'Mentions by platform.' })
  byPlatform!: readonly NamedCount[];

  @Field(() => [NamedCount], { description: 'Mentions by kind.' })
  byKind!: readonly NamedCount[];

  @Field(() => [NamedCount], { description: 'Mentions by stream.' })
  byStream!: readonly NamedCount[];

  @Field(() => Int, { description: 'Mentions that carry a region.' })
  withRegion!: number;

  @Field(() => Int, { description: 'Mentions that name a parent outside the issue or never imported.' })
  parentsMissing!: number;

  @Field(() => Int, { description: 'Accounts whose followers are known.' })
  accountsWithFollowers!: number;
}

@ObjectType({
  description:
    'The communities of the run beside those of other seeds. Where these disagree, many partitions are about as good, and no single one is the truth.',
})
export class CommunityStability {
  @Field(() => Int, { description: 'Partitions compared with each other, the one of the run included.' })
  partitions!: number;

  @Field(() => Float, { description: 'Adjusted Rand index (Hubert & Arabie 1985), mean: 1 is the same, 0 chance.' })
  adjustedRand!: number;

  @Field(() => Float, { description: 'The lowest of these indices.' })
  lowestAdjustedRand!: number;

  @Field(() => Float, {
    description: 'Variation of information (Meilă 2007) as a share of the most that it can be, mean: 0 is the same.',
  })
  variationOfInformation!: number;
}

@ObjectType({ description: 'The spread network in figures: an edge u -> v says that v amplified u.' })
export class SpreadNetwork {
  @Field(() => Int, { description: 'Accounts in it.' })
  accounts!: number;

  @Field(() => Int, { description: 'Ordered pairs of accounts (u, v) of which v amplified u.' })
  edges!: number;

  @Field(() => Int, { description: 'Reposts, quotes and replies.' })
  amplifications!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Accounts that others amplified; null in runs from before they were counted.',
  })
  amplifiedAccounts!: number | null;

  @Field(() => Int, { description: 'Communities in it.' })
  communities!: number;

  @Field(() => Float, { description: 'Modularity of the communities: near 0 when they say little.' })
  modularity!: number;

  @Field(() => Float, { description: 'Resolution with which they were sought: larger gives smaller ones.' })
  resolution!: number;

  @Field(() => CommunityStability, {
    nullable: true,
    description: 'How far the communities hang on the seed; null where it was not measured.',
  })
  stability!: CommunityStability | null;
}

@ObjectType({ description: 'An account and when it first published on the issue.' })
export class FirstMover {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => GraphQLDateTime, { description: 'Time of its first mention.' })
  firstMentionAt!: Date;
}

@ObjectType({ description: 'How an issue spread, as a run found it.' })
export class Spread {
  @Field(() => Coverage, { description: 'What the data holds and what it lacks.' })
  coverage!: Coverage;

  @Field(() => SpreadNetwork, { description: 'The spread network in figures.' })
  network!: SpreadNetwork;

  @Field(() => NetworkMeasures, {
    nullable: true,
    description: 'Places in the network; null in runs from before these were measured.',
  })
  measures!: NetworkMeasures | null;

  @Field(() => [RankedAccount], {
    description: 'Accounts that others amplified most, and how often: the first 20 of `network.amplifiedAccounts`.',
  })
  mostAmplified!: readonly RankedAccount[];

  @Field(() => [RankedAccount], {
    description: 'Accounts that published most, and how much: the first 20 of `coverage.accounts`.',
  })
  mostActive!: readonly RankedAccount[];

  @Field(() => [FirstMover], {
    description:
      'The accounts that came first among those whom others amplified: the first 20 of `network.amplifiedAccounts`.',
  })
  firstMovers!: readonly FirstMover[];

  @Field(() => SpreadPicture, { description: 'A drawing of the network: its most connected accounts, placed.' })
  picture!: SpreadPicture;

  @Field(() => [WindowOutcome], {
    nullable: true,
    description:
      'How the co-timed groups move with the window: 10 s, 60 s, 600 s, an hour and those asked for, each alone. Null in compatible mode, which has one window and tests nothing, and in runs from before this was computed.',
  })
  windows!: readonly WindowOutcome[] | null;

  @Field(() => IssueSentiment, {
    nullable: true,
    description: 'How opinion is divided over its texts; null in runs from before this was told.',
  })
  sentiment!: IssueSentiment | null;

  @Field(() => IssueHops, {
    nullable: true,
    description: 'How it moved between places; null in runs from before this was counted.',
  })
  hops!: IssueHops | null;

  @Field(() => Int, { description: 'Cascades, those of a lone mention included.' })
  cascadeCount!: number;

  @Field(() => Int, { description: 'Cascades of a lone mention.' })
  loneCascades!: number;

  @Field(() => [MeasureSpread], {
    nullable: true,
    description:
      'How the measures of the cascades of two mentions or more are spread; null in runs from before this was counted.',
  })
  cascadeMeasures!: readonly MeasureSpread[] | null;
}
