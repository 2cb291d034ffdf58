import 'reflect-metadata';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MentionsContext } from './context.js';
import { MentionConnection } from './mention.type.js';
import { listMentions, MentionArguments } from './mention-list.js';
import { Account, Agency } from './references.type.js';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => MentionConnection, { description: 'What it published.' })
  mentions(
    @Root() account: Account,
    @Args(() => MentionArguments) asked: MentionArguments,
    @Ctx() context: MentionsContext,
  ) {
    return listMentions(context, asked, { account: account.id });
  }
}

@Resolver(() => Agency)
export class AgencyResolver {
  @FieldResolver(() => MentionConnection, { description: 'What the accounts that it declares published.' })
  mentions(
    @Root() agency: Agency,
    @Args(() => MentionArguments) asked: MentionArguments,
    @Ctx() context: MentionsContext,
  ) {
    return listMentions(context, asked, { agency: agency.id });
  }
}
