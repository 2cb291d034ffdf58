import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { dismissCandidate, takeUpCandidate } from '#domain/emerging/decide-candidate.js';
import { checkedIssue } from '#domain/new-issue.js';
import type { MentionsContext } from './context.js';
import { DECIDER, deciderOf } from './decider.js';
import { toEmergingIssue } from './emerging-issue.mapper.js';
import { EmergingIssue } from './emerging-issue.type.js';

const FIELDS = {
  id: 'issue.id',
  title: 'issue.title',
  owner: 'issue.ownerAgency',
  sharedWith: 'issue.sharedWith',
};

@ArgsType()
class EmergingDecisionArguments {
  @Field(() => ID, { description: 'Id of the emerging issue.' })
  id!: string;

  @Field(() => ID, {
    description: 'Id of the decision, given by the caller (a UUID): the same decision sent again is there once.',
  })
  decision!: string;

  @Field(() => String, { nullable: true, description: DECIDER })
  by?: string | null;

  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'An issue to put under watch.' })
class NewIssueInput {
  @Field(() => ID, { description: 'Chosen once: lower-case letters, digits and single hyphens, at most 64.' })
  id!: string;

  @Field(() => String, { description: 'Title for people.' })
  title!: string;

  @Field(() => String, {
    description: 'Which mentions belong to it; EmergingIssue.suggestedQuery has one to begin with.',
  })
  query!: string;

  @Field(() => ID, { nullable: true, description: 'The agency that watches it.' })
  ownerAgency?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of regions whose units see it besides the owner.' })
  sharedWith?: string[] | null;
}

@Resolver(() => EmergingIssue)
export class EmergingDecisionResolver {
  @Mutation(() => EmergingIssue, {
    description:
      'Puts an emerging issue under watch: makes an issue with its query, matches all stored mentions with it, and appends the decision to the log.',
  })
  async takeUpEmergingIssue(
    @Args(() => EmergingDecisionArguments) asked: EmergingDecisionArguments,
    @Arg('issue', () => NewIssueInput, { description: 'The issue that is made.' }) issue: NewIssueInput,
    @Ctx() context: MentionsContext,
  ) {
    const { id, title, query, ownerAgency = null, sharedWith } = issue;
    const asking = { id, title, query, ownerAgencyId: ownerAgency, sharedWith: sharedWith ?? [] };
    const made = await checkedIssue(asking, FIELDS, context.store);
    return toEmergingIssue(await takeUpCandidate(context.store, toDecision(asked, context), made));
  }

  @Mutation(() => EmergingIssue, {
    description: 'Notes that an emerging issue is none, and why. Searches that find it again leave it so.',
  })
  async dismissEmergingIssue(
    @Args(() => EmergingDecisionArguments) asked: EmergingDecisionArguments,
    @Ctx() context: MentionsContext,
  ) {
    return toEmergingIssue(await dismissCandidate(context.store, toDecision(asked, context)));
  }
}

function toDecision({ id, decision, by, reason }: EmergingDecisionArguments, { caller }: MentionsContext) {
  return { candidateId: id, decisionId: decision, by: deciderOf(by, caller), reason };
}
