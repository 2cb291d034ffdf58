import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ExplanationKind as ExplanationKindValue } from '#domain/finding.js';
import type { ReviewVerdict as ReviewVerdictValue } from '#domain/finding-review.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { ExplanationKind } from '../co-timed-group.type.js';

export const ReviewVerdict = describedEnum<ReviewVerdictValue>('ReviewVerdict', 'What somebody says of a finding.', {
  CONFIRM: 'It is worth attention as it is described. Two different reviewers are needed.',
  DISMISS: 'An ordinary explanation is enough, or it is a mistake.',
  APPEAL: 'What was decided should be looked at again: the votes before it no longer count.',
});

@InputType({ description: 'What a reviewer says of one ordinary explanation.' })
export class ExplanationAnswer {
  @Field(() => ExplanationKind, { description: 'Which one.' })
  kind!: ExplanationKindValue;

  @Field(() => Boolean, { description: 'Whether it explains the group, in the view of the reviewer.' })
  holds!: boolean;
}

@ObjectType({ description: 'One entry of the history of a finding. Entries are never changed.' })
export class FindingReview {
  @Field(() => Int, { description: 'From 1 on.' })
  number!: number;

  @Field(() => ReviewVerdict, { description: 'What was said.' })
  verdict!: ReviewVerdictValue;

  @Field(() => String, { description: 'Who said it; as they named themselves where no access control tells it.' })
  by!: string;

  @Field(() => ID, { nullable: true, description: 'The agency for which they act.' })
  agency!: string | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => [ExplanationKind], { description: 'Ordinary explanations that hold, in their view.' })
  explanations!: readonly ExplanationKindValue[];

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;
}

export const FindingReviewConnection = connectionType('FindingReview', 'reviews of a finding', () => FindingReview);
