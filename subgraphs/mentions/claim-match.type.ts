import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { MatchState, MatchVerdict } from '#domain/claim-match.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';

export type MatchMethodName = 'REVIEW_URL' | 'URL' | 'NEAR_DUPLICATE' | 'RETRIEVAL';

export const ClaimMatchMethod = describedEnum<MatchMethodName>(
  'ClaimMatchMethod',
  'How a mention was found to resemble a claim: the strongest evidence.',
  {
    REVIEW_URL: 'It links to a page where a fact-checker reviewed the claim: it may deny it.',
    URL: 'It links to a page where the claim was published. Until matched anew, also to one where it was reviewed.',
    NEAR_DUPLICATE: 'Its text is a copy of a wording with little changed.',
    RETRIEVAL: 'Its words resemble those of the claim.',
  },
);

export const ClaimMatchState = describedEnum<MatchState>('ClaimMatchState', 'What people decided of a match.', {
  CANDIDATE: 'Not decided yet, or open again: it may tell the claim, deny it, ask about it, or resemble it by chance.',
  CONFIRMED:
    'At least two people say that it tells the claim, and more than say otherwise; or one said so before two were needed.',
  DENIES:
    'At least two people say that it denies the claim, and more than say otherwise; or one said so before two were needed.',
  REJECTED: 'A person says that it does neither, and no fewer than say that it does.',
});

export const ClaimMatchVerdict = describedEnum<MatchVerdict>(
  'ClaimMatchVerdict',
  'What a person says of a candidate.',
  {
    CONFIRMED: 'It tells the claim.',
    DENIES: 'It denies the claim: a clarification.',
    REJECTED: 'It does neither: it asks about it, or says something else.',
    APPEAL: 'What was decided should be looked at again: the votes before it no longer count.',
  },
);

@ObjectType({ description: "A stretch of a mention's text." })
export class TextSpan {
  @Field(() => Int, { description: 'Where it begins, in UTF-16 units from 0 on.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends: the first unit behind it.' })
  end!: number;

  @Field(() => String, {
    description: 'The words that stand there.',
  })
  words!: string;
}

@ObjectType({ description: 'One entry of the log of a match. Entries are never changed.' })
export class ClaimMatchDecision {
  @Field(() => Int, { description: 'Its place in the log of the match; the first is 1.' })
  number!: number;

  @Field(() => ClaimMatchVerdict, { description: 'What was decided.' })
  verdict!: MatchVerdict;

  @Field(() => String, { description: 'Who decided, as they named themselves where no access control tells it.' })
  by!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'A mention that may tell a claim. A candidate is no finding: people decide what it does.' })
export class ClaimMatch {
  @Field(() => ID, { description: 'Id of the match: the same for one claim and one mention.' })
  id!: string;

  @Field(() => Float, {
    description:
      'From 0 to 1, comparable whatever the method; how often which score was right: docs/methods/claims.md.',
  })
  score!: number;

  @Field(() => ClaimMatchMethod, { description: 'The strongest evidence.' })
  method!: MatchMethodName;

  @Field(() => ClaimMatchState, { description: 'CANDIDATE until people decide: what follows from its history.' })
  state!: MatchState;

  @Field(() => GraphQLDateTime, {
    description: 'When it was found; once decided, when that was found which people saw.',
  })
  matchedAt!: Date;
}

export const ClaimMatchConnection = connectionType('ClaimMatch', 'matches', () => ClaimMatch);
export const ClaimMatchDecisionConnection = connectionType('ClaimMatchDecision', 'decisions', () => ClaimMatchDecision);
