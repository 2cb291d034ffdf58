import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Behaviour as BehaviourValue } from '#domain/action.js';
import type { ReviewState as ReviewStateValue } from '#domain/finding.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { OrdinaryExplanation, ReviewState } from '../co-timed-group.type.js';
import { Behaviour } from '../run-parameters.type.js';

export const WithheldReason = describedEnum<'SUPPRESSED'>('WithheldReason', 'Why a count is not told.', {
  SUPPRESSED: 'It is of so few accounts in other regions, or of pairs of them, that it would tell of single people.',
});

@ObjectType({ description: 'What chance would give of a co-timed group, without counts of pairs of other regions.' })
export class RegionalChance {
  @Field(() => Float, {
    nullable: true,
    description: 'Of the pairs of accounts that the run kept, the share that chance would give. Null without copies.',
  })
  expectedShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the copies with a group of this size or larger. Null without copies, and where the number of accounts elsewhere is not told.',
  })
  copiesWithGroupAsLarge!: number | null;

  @Field(() => Int, { description: 'How many shuffled copies of the data were made.' })
  copies!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Calibrated mode: the false discovery rate from which on the edges hold the group together.',
  })
  qValue!: number | null;
}

@ObjectType({ description: 'How much of a co-timed group lies in the regions of the caller, and how much elsewhere.' })
export class RegionalCounts {
  @Field(() => Int, { description: 'Its accounts with a mention of its evidence in the regions of the caller.' })
  members!: number;

  @Field(() => Int, { description: 'Pairs of its evidence of which both mentions are there.' })
  evidence!: number;

  @Field(() => Int, { nullable: true, description: 'Its other accounts; null where these are too few to be told.' })
  membersElsewhere!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The other pairs that are kept; null where they would tell of few accounts.',
  })
  evidenceElsewhere!: number | null;

  @Field(() => WithheldReason, { nullable: true, description: 'Why one of these is null; null where none is.' })
  withheld!: 'SUPPRESSED' | null;
}

@ObjectType({
  description:
    'A co-timed group as who is limited to regions sees it: what is of the group as a whole, and its rows in these regions. It says that accounts acted at the same time on the same things, never why.',
})
export class RegionalGroup {
  @Field(() => ID, { description: 'Id of the finding, the same for everybody.' })
  id!: string;

  @Field(() => [Behaviour], { description: 'What its accounts did alike.' })
  behaviours!: readonly BehaviourValue[];

  @Field(() => RegionalChance, { description: 'How much of it chance would give.' })
  chance!: RegionalChance;

  @Field(() => [OrdinaryExplanation], {
    description:
      'Ordinary reasons, and how much of the whole group each covers: in tenths, or 0, 0.5 or 1 for none, some and all where the number of accounts elsewhere is not told.',
  })
  explanations!: readonly OrdinaryExplanation[];

  @Field(() => ReviewState, { description: 'What people decided on it.' })
  reviewState!: ReviewStateValue;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when that holds; null where nothing was decided.',
  })
  reviewedUntil!: Date | null;

  @Field(() => RegionalCounts, { description: 'How much of it lies where.' })
  counts!: RegionalCounts;
}

export const RegionalGroupConnection = connectionType('RegionalGroup', 'co-timed groups', () => RegionalGroup);
