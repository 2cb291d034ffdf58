import 'reflect-metadata';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '#platform/connection.js';
import type { CommunityNode } from './community.mapper.js';
import { AmplificationConnection, Community } from './community.type.js';
import type { SpreadContext } from './context.js';
import { amplificationsOf } from './results.js';

@Resolver(() => Community)
export class CommunityResolver {
  @FieldResolver(() => AmplificationConnection, { description: 'Its accounts, most amplified first.' })
  members(
    @Root() community: CommunityNode,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: SpreadContext,
  ) {
    return amplificationsOf(page, (asked) => store.spread.communityMembers(community.runId, community.number, asked));
  }
}
