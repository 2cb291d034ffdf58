import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { MatchVerdict } from '#domain/claim-match.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { loadClaim } from './claim.reference.js';
import { Claim } from './claim.type.js';
import { type ClaimMatchNode, isEdited, toDecision, toMatch, toMatchKey, toSpans } from './claim-match.mapper.js';
import {
  ClaimMatch,
  ClaimMatchConnection,
  ClaimMatchDecisionConnection,
  ClaimMatchVerdict,
  TextSpan,
} from './claim-match.type.js';
import type { MentionsContext } from './context.js';
import { decideClaimMatch } from './decide-claim-match.js';
import { DECIDER, deciderOf } from './decider.js';
import { loadMention } from './mention.reference.js';
import { Mention } from './mention.type.js';

@ArgsType()
class DecisionArguments {
  @Field(() => ID, { description: 'Id of the match.' })
  match!: string;

  @Field(() => ClaimMatchVerdict, { description: 'What is decided.' })
  verdict!: MatchVerdict;

  @Field(() => String, { nullable: true, description: DECIDER })
  by?: string | null;

  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Anything that the client makes new for each decision, such as a UUID. Sent again with the same one, as after a lost answer, a decision is one entry of the log.',
  })
  request?: string | null;
}

@Resolver(() => ClaimMatch)
export class ClaimMatchResolver {
  @Query(() => ClaimMatch, { nullable: true, description: 'The match of an id; null where there is none.' })
  async claimMatch(
    @Arg('id', () => ID, { description: 'Id of the match.' }) id: string,
    @Ctx() { store }: MentionsContext,
  ) {
    const key = toMatchKey(id);
    const [match] = key === null ? [] : await store.claims.matches([key]);
    return match ? toMatch(match) : null;
  }

  @Mutation(() => ClaimMatch, {
    description:
      'Says of a candidate that it tells the claim, denies it or does neither, or asks that what was decided be looked at again. Two different people make it one that tells or denies; one is enough to say that it does neither; nobody decides on what their own agency published. Every decision is appended to the log of the match.',
  })
  async decideClaimMatch(@Args(() => DecisionArguments) asked: DecisionArguments, @Ctx() context: MentionsContext) {
    return toMatch(await decideClaimMatch({ ...asked, by: deciderOf(asked.by, context.caller) }, context));
  }

  @FieldResolver(() => Claim, { nullable: true, description: 'The claim.' })
  claim(@Root() match: ClaimMatchNode, @Ctx() context: MentionsContext) {
    return loadClaim(match.claimId, context);
  }

  @FieldResolver(() => Mention, { nullable: true, description: 'The mention that may tell it.' })
  mention(@Root() match: ClaimMatchNode, @Ctx() context: MentionsContext) {
    return loadMention(match.mentionId, context);
  }

  @FieldResolver(() => [TextSpan], {
    description:
      "The words of the mention's text that it shares with the claim, where they are densest; none where a link alone led to it, or where the text was edited since the search (`textEdited`).",
  })
  async overlap(@Root() match: ClaimMatchNode, @Ctx() context: MentionsContext) {
    const mention = await context.mentions.load(match.mentionId);
    const text = mention?.text ?? '';
    return isEdited(match, text) ? [] : toSpans(match.spans, text);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the text of the mention is another one than that which was searched: score and method are of the text before. Match the issue again.',
  })
  async textEdited(@Root() match: ClaimMatchNode, @Ctx() context: MentionsContext) {
    const mention = await context.mentions.load(match.mentionId);
    return mention !== null && isEdited(match, mention.text);
  }

  @FieldResolver(() => ClaimMatchDecisionConnection, { description: 'Its log: what people decided, oldest first.' })
  async history(
    @Root() match: ClaimMatchNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { matchDecisions }: MentionsContext,
  ) {
    return toConnection(await matchDecisions.load({ owner: match, only: null, page: pageOf(asked) }), toDecision);
  }
}

@Resolver(() => Mention)
export class MentionMatchesResolver {
  @FieldResolver(() => ClaimMatchConnection, {
    description: 'Claims that it may tell, highest score first: candidates until people decide.',
  })
  async claimMatches(
    @Root() mention: Mention,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { matchesOfMentions }: MentionsContext,
  ) {
    const list = { owner: mention.id, only: null, page: pageOf(asked) };
    return toConnection(await matchesOfMentions.load(list), toMatch);
  }
}
