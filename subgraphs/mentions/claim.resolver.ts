import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MatchState } from '#domain/claim-match.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { toClaim } from './claim.mapper.js';
import { loadClaim } from './claim.reference.js';
import { Claim, ClaimConnection } from './claim.type.js';
import { toMatch } from './claim-match.mapper.js';
import { ClaimMatchConnection, ClaimMatchState } from './claim-match.type.js';
import type { MentionsContext } from './context.js';

@ArgsType()
class ClaimMatchArguments extends PageArguments {
  @Field(() => ClaimMatchState, { nullable: true, description: 'Only those in this state; all where absent.' })
  state?: MatchState | null;
}

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => Claim, { nullable: true, description: 'The claim of an id; null where there is none.' })
  claim(@Arg('id', () => ID, { description: 'Id of the claim.' }) id: string, @Ctx() context: MentionsContext) {
    return loadClaim(id, context);
  }

  @Query(() => ClaimConnection, { description: 'Claims that fact-checkers rated, ordered by id.' })
  async claims(@Args(() => PageArguments) asked: PageArguments, @Ctx() { store }: MentionsContext) {
    return toConnection(await store.claims.page(pageOf(asked)), toClaim);
  }

  @FieldResolver(() => ClaimMatchConnection, {
    nullable: true,
    description:
      'Mentions that may tell it, highest score first: candidates until people decide. Null, and the claim is there, for a credential that is limited to regions.',
  })
  async matches(
    @Root() claim: Claim,
    @Args(() => ClaimMatchArguments) asked: ClaimMatchArguments,
    @Ctx() { matchesOfClaims }: MentionsContext,
  ) {
    const list = { owner: claim.id, only: asked.state ?? null, page: pageOf(asked) };
    return toConnection(await matchesOfClaims.load(list), toMatch);
  }
}
