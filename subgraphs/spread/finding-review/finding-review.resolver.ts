import 'reflect-metadata';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { FindingReview as Review, ReviewVerdict as ReviewVerdictValue } from '#domain/finding-review.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { keyedPage } from '#platform/keyed-page.js';
import type { CoTimedGroupNode } from '../co-timed-group.mapper.js';
import { loadGroup } from '../co-timed-group.reference.js';
import { CoTimedGroup } from '../co-timed-group.type.js';
import type { SpreadContext } from '../context.js';
import { ExplanationAnswer, FindingReview, FindingReviewConnection, ReviewVerdict } from './finding-review.type.js';
import { appealFinding, reviewFinding } from './review-finding.js';

@ArgsType()
class ReviewArguments {
  @Field(() => ID, { description: 'Id of the co-timed group.' })
  group!: string;

  @Field(() => ReviewVerdict, { description: 'What is said of it.' })
  verdict!: ReviewVerdictValue;

  @Field(() => String, { description: 'Why, in 10 to 2,000 characters.' })
  reason!: string;

  @Field(() => [ExplanationAnswer], {
    nullable: true,
    description: 'An answer to each ordinary explanation; not for an appeal.',
  })
  checklist?: ExplanationAnswer[] | null;

  @Field(() => String, { nullable: true, description: 'Who reviews; only where no access control tells it.' })
  by?: string | null;

  @Field(() => ID, { nullable: true, description: 'For which agency; only where no access control tells it.' })
  agency?: string | null;
}

@ArgsType()
class AppealArguments {
  @Field(() => ID, { description: 'Id of the co-timed group.' })
  group!: string;

  @Field(() => String, { description: 'Why, in 10 to 2,000 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Who appeals; only where no access control tells it.' })
  by?: string | null;

  @Field(() => ID, { nullable: true, description: 'For which agency; only where no access control tells it.' })
  agency?: string | null;
}

@Resolver(() => CoTimedGroup)
export class FindingReviewResolver {
  @Mutation(() => CoTimedGroup, {
    description:
      'Appends a review to the history of a co-timed group. Two different reviewers confirm it, one dismisses it; neither belongs to an agency that the group amplifies. What is decided holds for as long as the hub is set to, 180 days where nothing is.',
  })
  async reviewFinding(@Args(() => ReviewArguments) asked: ReviewArguments, @Ctx() context: SpreadContext) {
    await reviewFinding(asked, context);
    return loadGroup(asked.group, context);
  }

  @Mutation(() => FindingReview, {
    description:
      'Asks that what was decided on a co-timed group be looked at again, for the agency of the caller, which the group amplifies: it is unreviewed then, with its history. `reviewFinding` is for those who review.',
  })
  async appealFinding(@Args(() => AppealArguments) asked: AppealArguments, @Ctx() context: SpreadContext) {
    return toReview(await appealFinding(asked, context));
  }

  @FieldResolver(() => FindingReviewConnection, { description: 'What people said of it, oldest first.' })
  async reviews(
    @Root() { id }: CoTimedGroupNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { store }: SpreadContext,
  ) {
    const items = await store.findings.reviews(id);
    const list = { name: `reviews ${id}`, items, key: ({ number }: Review) => [number] };
    return toConnection(keyedPage(list, pageOf(asked)), toReview);
  }
}

function toReview({ number, verdict, by, agencyId, reason, explanations, at }: Review): FindingReview {
  return { number, verdict, by, agency: agencyId, reason, explanations, at: new Date(at) };
}
