import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Behaviour as BehaviourValue } from '#domain/action.js';
import type { ExplanationKind as ExplanationKindValue, ReviewState as ReviewStateValue } from '#domain/finding.js';
import { connectionType, countedConnectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { EdgeTest } from './edge-test.type.js';
import { GroupLineage } from './group-lineage.type.js';
import { Account, Issue } from './references.type.js';
import { Behaviour } from './run-parameters.type.js';

export const ReviewState = describedEnum<ReviewStateValue>('ReviewState', 'What people decided on a finding.', {
  UNREVIEWED: 'Nothing is decided, or no longer: it is a measurement, not a verdict.',
  CONFIRMED: 'Two different people at least confirmed it, and more than dismissed it.',
  DISMISSED: 'People dismissed it.',
});

export const ExplanationKind = describedEnum<ExplanationKindValue>(
  'ExplanationKind',
  'An ordinary reason for co-timing.',
  {
    DECLARED_GOVERNMENT_AMPLIFICATION: 'Accounts that an agency declares amplify it.',
    NEWS_SYNDICATION: 'News outlets carry the same item.',
    SHARED_SOURCE: 'An audience follows one source within minutes.',
    ONE_HYPERACTIVE_ACCOUNT: 'One very active account meets many others.',
    BURST_EVERYONE_JOINED: 'A burst of activity that everyone joined: a disaster, a match, a protest.',
    ON_THE_HOUR: 'Posts scheduled on the hour.',
  },
);

@ObjectType({ description: 'Two accounts of a group and how often they were co-timed.' })
export class CoTimedEdge {
  @Field(() => Account, { description: 'The account whose id is the lower of the two.' })
  from!: Account;

  @Field(() => Account, { description: 'The other account.' })
  to!: Account;

  @Field(() => Behaviour, { description: 'What they did alike.' })
  behaviour!: BehaviourValue;

  @Field(() => Int, {
    description:
      'Pairs of mentions on one object within the window; in calibrated mode the widest at which the edge was kept.',
  })
  weight!: number;

  @Field(() => Int, { description: 'Different objects among them.' })
  objects!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Mentions in these pairs of the account that has fewer, over those of the other: 1 where both have as many, 0.01 for one against a hundred. Null in findings from before it was measured.',
  })
  symmetry?: number | null;

  @Field(() => [EdgeTest], {
    nullable: true,
    description:
      'What chance says of it, one for each window that kept it, the shortest first. Null in compatible mode, which cuts at a fixed weight and tests no pair, and in findings from before these were kept: map the issue again to have them.',
  })
  tests?: readonly EdgeTest[] | null;
}

@ObjectType({
  description: 'What shuffled copies of the same data show, in which accounts are permuted within time bins.',
})
export class ChanceRate {
  @Field(() => Int, { description: 'Pairs of accounts that the parameters keep in the data.' })
  observedPairs!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Pairs that they keep in a shuffled copy, on average. Null without copies: not known is not none.',
  })
  expectedPairs!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the copies with a group of this size or larger. Null without copies: not known is not never.',
  })
  copiesWithGroupAsLarge!: number | null;

  @Field(() => Int, { description: 'How many copies were made.' })
  copies!: number;

  @Field(() => Float, { description: 'Length of the time bins, in hours.' })
  binHours!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Calibrated mode: the false discovery rate from which on the edges hold the group together.',
  })
  qValue?: number | null;
}

@ObjectType({ description: 'An ordinary reason and how much of a group it covers. Always computed, always shown.' })
export class OrdinaryExplanation {
  @Field(() => ExplanationKind, { description: 'The reason.' })
  kind!: ExplanationKindValue;

  @Field(() => Float, { description: 'Share of the members or of the evidence that fits, from 0 to 1.' })
  share!: number;
}

@ObjectType({ description: 'How much of what ties a co-timed group one behaviour makes.' })
export class BehaviourShare {
  @Field(() => Behaviour, { description: 'What its accounts did alike.' })
  behaviour!: BehaviourValue;

  @Field(() => Float, {
    description:
      'Share of the ties between its members, all behaviours together 1: of their occasions above chance, in compatible mode of their pairs of mentions.',
  })
  share!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Accounts joined by more co-action than chance explains, or, in compatible mode, than the parameters ask for. It says that they acted at the same time on the same things, never why.',
})
export class CoTimedGroup {
  @Field(() => ID, { description: 'Id of the finding: the same run gives the same ids.' })
  id!: string;

  @Field(() => Issue, { description: 'The issue in which it was found.' })
  issue!: Issue;

  @Field(() => [Behaviour], { description: 'What its accounts did alike.' })
  behaviours!: readonly BehaviourValue[];

  @Field(() => [BehaviourShare], {
    nullable: true,
    description:
      'What ties it: how much each behaviour makes of it, largest first. Null in findings from before it was measured.',
  })
  attribution?: readonly BehaviourShare[] | null;

  @Field(() => Int, { description: 'How many accounts it has.' })
  size!: number;

  @Field(() => Int, {
    description:
      'Pairs of its accounts that were co-timed, by behaviour, all of them counted: `edges` has the strongest.',
  })
  edgeCount!: number;

  @Field(() => Int, { description: 'Pairs of mentions behind all of these, counted.' })
  evidenceCount!: number;

  @Field(() => Int, {
    description:
      'How many of them `evidence` has: fewer than `evidenceCount` only where a group has more edges than are kept.',
  })
  evidenceKept!: number;

  @Field(() => ChanceRate, { description: 'How much of it chance would give.' })
  chance!: ChanceRate;

  @Field(() => [OrdinaryExplanation], { description: 'Ordinary reasons, and how much of the group each covers.' })
  explanations!: readonly OrdinaryExplanation[];

  @Field(() => GroupLineage, { description: 'Which group of earlier runs it is again, and its history.' })
  lineage!: GroupLineage;

  @Field(() => ReviewState, {
    description: 'What people decided on it, as this run found it; for earlier runs see `lineage`.',
  })
  reviewState!: ReviewStateValue;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when that holds: then people look again. Null where nothing was decided.',
  })
  reviewedUntil!: Date | null;
}

export const CoTimedMemberConnection = connectionType('CoTimedMember', 'accounts of a co-timed group', () => Account);
export const CoTimedEdgeConnection = countedConnectionType(
  'CoTimedEdge',
  'edges of a co-timed group',
  () => CoTimedEdge,
);
export const CoTimedGroupConnection = connectionType('CoTimedGroup', 'co-timed groups', () => CoTimedGroup);
