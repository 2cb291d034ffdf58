import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { AccountLayer as AccountLayerValue } from '#domain/account.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { mustKnowAgency, platformNames } from '../filter-values.js';
import { toAccount } from './account.mapper.js';
import { loadAccount } from './account.reference.js';
import { Account, AccountConnection, AccountLayer } from './account.type.js';
import type { AccountsContext } from './context.js';

@ArgsType()
class AccountArguments extends PageArguments {
  @Field(() => [String], { nullable: true, description: 'Only accounts of these platforms.' })
  platforms?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only accounts that the agency of this id declares.' })
  agency?: string | null;

  @Field(() => [AccountLayer], { nullable: true, description: 'Only accounts declared in these layers.' })
  layers?: AccountLayerValue[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only news outlets, or only accounts that are none.' })
  newsOutlet?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only accounts of exactly this handle, in any letter case, without `@`. Finds public accounts only.',
  })
  handle?: string | null;
}

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, { nullable: true, description: 'The account of an id; null where there is none.' })
  account(
    @Arg('id', () => ID, { description: 'Id of the account: its pseudonym.' }) id: string,
    @Ctx() context: AccountsContext,
  ) {
    return loadAccount(id, context);
  }

  @Query(() => AccountConnection, { description: 'Accounts, ordered by id.' })
  async accounts(@Args(() => AccountArguments) asked: AccountArguments, @Ctx() { store }: AccountsContext) {
    const { platforms, agency, layers, newsOutlet, handle } = asked;
    const filter = {
      platforms: platformNames(platforms),
      agencyId: agency ?? undefined,
      layers: layers ?? undefined,
      newsOutlet: newsOutlet ?? undefined,
      handle: handle ?? undefined,
    };
    const page = await store.accounts.page(filter, pageOf(asked));
    if (page.items.length === 0 && agency) await mustKnowAgency(agency, store, 'agency');
    return toConnection(page, toAccount);
  }
}
