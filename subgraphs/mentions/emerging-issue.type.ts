import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { CandidateState, CandidateVerdict, ObjectKind } from '#domain/emerging-issue.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';

export const EmergingObjectKind = describedEnum<ObjectKind>('EmergingObjectKind', 'What a burst is of.', {
  HASHTAG: 'A hashtag.',
  LINK: 'An address, in its canonical spelling.',
  TEXT: 'Near-duplicates of one text.',
});

export const EmergingIssueState = describedEnum<CandidateState>(
  'EmergingIssueState',
  'What people made of an emerging issue.',
  {
    CANDIDATE: 'Nobody decided yet: it may be a holiday, a match, a flood or a campaign.',
    TAKEN_UP: 'A person made an issue of it.',
    DISMISSED: 'A person looked, and found no issue in it.',
  },
);

export const EmergingVerdict = describedEnum<CandidateVerdict>('EmergingVerdict', 'What a person decided.', {
  TAKEN_UP: 'It is an issue under watch from now on.',
  DISMISSED: 'It is none.',
});

@ObjectType({ description: 'What bursts: more accounts use it than its seasonal baseline lets expect.' })
export class EmergingObject {
  @Field(() => EmergingObjectKind, { description: 'What it is.' })
  kind!: ObjectKind;

  @Field(() => String, { description: 'The hashtag, the address, or the id of the mention that said the text first.' })
  name!: string;

  @Field(() => GraphQLDateTime, { description: 'Begin of the window that is least like chance.' })
  from!: Date;

  @Field(() => GraphQLDateTime, { description: 'End of that window.' })
  to!: Date;

  @Field(() => Int, { description: 'Accounts that used it in the window.' })
  accounts!: number;

  @Field(() => Float, { description: 'Accounts that the baseline of up to four weeks lets expect there.' })
  expected!: number;

  @Field(() => Float, {
    description: 'The chance of so many accounts in this window. Below 1e-12 its digits mean nothing.',
  })
  p!: number;

  @Field(() => Float, { description: 'The same after all windows of the object that were looked at (Bonferroni).' })
  pOfAllWindows!: number;

  @Field(() => Float, {
    description: 'Lowest false discovery rate at which it is offered, over all objects of the search.',
  })
  q!: number;

  @Field(() => Int, {
    description:
      'Objects of its kind that burst at least as much in `daysBefore`: with many of them it is an ordinary day.',
  })
  asLargeBefore!: number;

  @Field(() => Float, { description: 'Days before the period with which it is compared.' })
  daysBefore!: number;
}

@ObjectType({ description: 'Accounts of an emerging issue on one platform.' })
export class EmergingPlatform {
  @Field(() => String, { description: 'The platform.' })
  platform!: string;

  @Field(() => Int, { description: 'Accounts.' })
  accounts!: number;
}

@ObjectType({ description: 'An hour of the object that is least like chance.' })
export class EmergingHour {
  @Field(() => GraphQLDateTime, { description: 'Begin of the hour.' })
  at!: Date;

  @Field(() => Int, { description: 'Accounts that began to use it.' })
  accounts!: number;

  @Field(() => Float, { description: 'Accounts that were to be expected.' })
  expected!: number;
}

@ObjectType({
  description: 'One entry of the log of an emerging issue. Entries are never changed; the last one is its state.',
})
export class EmergingDecision {
  @Field(() => Int, { description: 'Its place in the log; the first is 1.' })
  number!: number;

  @Field(() => EmergingVerdict, { description: 'What was decided.' })
  verdict!: CandidateVerdict;

  @Field(() => String, { description: 'Who decided, as they named themselves where no access control tells it.' })
  by!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({
  description:
    'A burst against the seasonal baseline among mentions that no issue held: a candidate for people to look at. It says that more accounts use something than before, and nothing of why.',
})
export class EmergingIssue {
  @Field(() => ID, { description: 'Its id: the same as long as the burst goes on.' })
  id!: string;

  @Field(() => EmergingIssueState, { description: 'CANDIDATE until a person decides.' })
  state!: CandidateState;

  @Field(() => GraphQLDateTime, { description: 'When what is shown was first enough to be offered, a whole hour.' })
  offeredAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Begin of the first window in which any search found it.' })
  firstFrom!: Date;

  @Field(() => GraphQLDateTime, { description: 'End of the last window in which any search found it.' })
  lastTo!: Date;

  @Field(() => Int, { description: 'Accounts that used any of its objects in their windows.' })
  accountCount!: number;

  @Field(() => Int, { description: 'Their mentions.' })
  mentionCount!: number;

  @Field(() => Int, { description: 'Those of them that are of the news stream.' })
  newsMentionCount!: number;

  @Field(() => [EmergingPlatform], { description: 'Its accounts by platform, most first.' })
  platforms!: readonly EmergingPlatform[];

  @Field(() => [EmergingHour], { description: 'Its first object by the hour, from a day before the window on.' })
  byHour!: readonly EmergingHour[];

  @Field(() => Float, {
    nullable: true,
    description: 'Ordinary explanation: share of its mentions by accounts that agencies declare.',
  })
  declaredShare!: number | null;

  @Field(() => Float, { description: 'Ordinary explanation: share of its mentions that are news.' })
  newsShare!: number;

  @Field(() => Float, { description: 'Ordinary explanation: share of its mentions by its busiest account.' })
  busiestAccountShare!: number;
}

export const EmergingObjectConnection = connectionType('EmergingObject', 'objects', () => EmergingObject);
export const EmergingDecisionConnection = connectionType('EmergingDecision', 'decisions', () => EmergingDecision);
export const EmergingIssueConnection = connectionType('EmergingIssue', 'emerging issues', () => EmergingIssue);
